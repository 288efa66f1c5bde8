declare module 'pako' {
  /** Compresses to the zlib format (RFC 1950), in JavaScript alone. */
  export function deflate(data: Uint8Array): Uint8Array;
}
