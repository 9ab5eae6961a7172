// The id port on ULIDs: monotonic, so that ids sort in the order in which they were given.
import { randomBytes } from 'node:crypto';
import type { Ids } from '../../../shared/ports/ids.ts';

/** Crockford's base 32, as the specification of ULIDs has it. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 12;
/** The last four digits count on within a millisecond, from somewhere in the lower half: half a million ids at least. */
const COUNTER_DIGITS = 4;
const COUNTER_END = 32 ** COUNTER_DIGITS;

/**
 * Ids of one process; two in the same millisecond still differ and sort, also when the clock is set back. Not the `ulid`
 * package's own factory: a task takes more than ten ids, and it makes each anew, digit by digit.
 */
export function createUlids(now: () => number): Ids {
  let time = -1;
  let head = '';
  let counter = COUNTER_END;
  const begin = (at: number) => {
    time = at;
    const random = randomBytes(RANDOM_DIGITS + COUNTER_DIGITS);
    head = encode(at, TIME_DIGITS);
    for (let n = 0; n < RANDOM_DIGITS; n += 1) head += digit(random[n] ?? 0);
    counter = random.readUInt32LE(RANDOM_DIGITS) % (COUNTER_END / 2);
  };
  return {
    next: () => {
      const at = now();
      if (at > time) begin(at);
      else if (counter === COUNTER_END) begin(time + 1);
      const id = head + encode(counter, COUNTER_DIGITS);
      counter += 1;
      return id;
    },
  };
}

function encode(value: number, digits: number): string {
  let text = '';
  for (let rest = value; text.length < digits; rest = Math.floor(rest / 32)) text = digit(rest % 32) + text;
  return text;
}

function digit(value: number): string {
  return DIGITS.charAt(value & 31);
}
