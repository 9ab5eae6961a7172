// Identity of everything in the ledger.
import { expect, test } from 'vitest';
import { createUlids } from '../../../../src/main/hosts/service/ulid-ids.ts';

test('every id is a ULID greater than the one before', () => {
  let now = Date.UTC(2026, 0, 1);
  const ids = createUlids(() => now);
  let before = '';
  for (let count = 0; count < 10_000; count += 1) {
    // A clock that is set back must not make ids go backwards.
    if (count === 5_000) now -= 3_600_000;
    const id = ids.next();
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(id > before).toBe(true);
    before = id;
  }
});
