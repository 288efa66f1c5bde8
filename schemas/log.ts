/** Where the technician's log lines go: English, one event a line, nothing typed by a user unescaped. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
