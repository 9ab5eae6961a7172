// Gives old rows their ULIDs: in the order of the rows, with the time of each, and the same again for the same data.
import { createHash } from 'node:crypto';

/** What UET v1 calls a ULID. */
export const ULID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_BITS = 80n;
/** Half of the range is left free above a new random part, so that counting up never runs over. */
const START_MASK = (1n << (RANDOM_BITS - 1n)) - 1n;

export interface UlidSeed {
  /** Tells this database from every other, for example the hash of its content. */
  readonly database: string;
  readonly table: string;
}

/**
 * The function is called row by row in order. Each answer is greater than the one before; its time part is the row's
 * time, or that of an earlier row where the row's own is older or missing. The rest follows from seed and row.
 */
export function ulidSequence(seed: UlidSeed, firstMs: number): (row: string, ms: number | null) => string {
  let lastMs = firstMs;
  let random = -1n;
  return (row, ms) => {
    if (random < 0n || (ms !== null && ms > lastMs)) {
      lastMs = Math.max(lastMs, ms ?? lastMs);
      random = startOf(seed, row);
    } else {
      random += 1n + (startOf(seed, row) & 0xffffn);
    }
    return encode(BigInt(lastMs), 10) + encode(random, 16);
  };
}

function startOf({ database, table }: UlidSeed, row: string): bigint {
  const hash = createHash('sha256')
    .update(JSON.stringify([database, table, row]))
    .digest('hex');
  return BigInt(`0x${hash.slice(0, 20)}`) & START_MASK;
}

function encode(value: bigint, letters: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < letters; place += 1) {
    text = (LETTERS[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}
