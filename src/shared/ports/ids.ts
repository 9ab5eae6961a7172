// Identity as a port.

export interface Ids {
  /** A new ULID, greater than every one this port gave before. */
  next(): string;
}
