// The id port as a counter in ULID's alphabet: ordered and the same for the same seed.
import type { Ids } from '../../src/shared/ports/ids.ts';

export function createCountingIds(): Ids {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return `01J${count.toString(10).padStart(23, '0')}`;
    },
  };
}
