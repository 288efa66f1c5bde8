/** What went wrong, in one English sentence for whoever typed the command; exit status 1, or 2 for wrong usage. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitStatus: 1 | 2 = 1,
  ) {
    super(message);
  }
}
