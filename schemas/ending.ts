/**
 * A generator to be looped over, that keeps what it ended with. A loop that is left early ends the generator as well, so that
 * whatever it holds open is closed.
 */
export class Ending<Item, End> implements AsyncIterable<Item> {
  #ended: { readonly end: End } | null = null;

  constructor(private readonly items: AsyncGenerator<Item, End>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    this.#ended = { end: yield* this.items };
  }

  /** Known once the loop has come to the last item; throws before. */
  get end(): End {
    if (this.#ended === null) throw new Error('the last item has not come yet');
    return this.#ended.end;
  }
}
