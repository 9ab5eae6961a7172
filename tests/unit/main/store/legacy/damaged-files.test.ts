// Damaged files: whatever byte is wrong, a migration is whole or refused, and a refusal changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMigration } from '../../../../../src/main/store/legacy/apply-migration.ts';
import { dryRunMigration } from '../../../../../src/main/store/legacy/dry-run-migration.ts';
import { rollbackMigration } from '../../../../../src/main/store/legacy/rollback-migration.ts';
import { PatchbayError } from '../../../../../src/shared/lib/errors.ts';
import { LATER, legacyFolder, PORTS, sha } from './legacy-fixture.ts';

const spot = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  length: fc.integer({ min: 1, max: 64 }),
  byte: fc.nat(255),
});
/** Headers and the roots of pages are hit more often than chance would. */
const spots = fc.array(
  fc.oneof(
    spot,
    spot.map((each) => ({ ...each, at: each.at / 40 })),
  ),
  { minLength: 1, maxLength: 3 },
);

test('random damage is refused with an error for people, or does not matter', async () => {
  const place = legacyFolder();
  const file = place.make(LATER);
  const whole = readFileSync(file);
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(spots, async (damage) => {
      for (const name of place.names().filter((each) => each !== 'pipeline state.db')) place.discard(name);
      const content = Buffer.from(whole);
      for (const { at, length, byte } of damage) {
        const from = Math.floor(at * content.length);
        content.fill(byte, from, Math.min(content.length, from + length));
      }
      writeFileSync(file, content);
      const before = sha(file);
      const dry = attempt(() => dryRunMigration(file, PORTS.faults));
      expect(sha(file)).toBe(before);
      const error = await applyMigration(file, PORTS).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error === null) {
        expect(await dry).toBeNull();
        await rollbackMigration(file, { discardNewRows: false }, PORTS);
      } else {
        refused += 1;
        expect(error).toBeInstanceOf(PatchbayError);
        expect(Reflect.get(Object(error), 'code')).toMatch(/^E_(LEGACY|DISK)/);
      }
      expect(sha(file)).toBe(before);
    }),
    { numRuns: Number(process.env['PATCHBAY_SEEDS'] ?? 60), seed: 20_261_125 },
  );
  place.remove();
  expect(refused).toBeGreaterThan(10);
}, 120_000);

async function attempt(work: () => unknown): Promise<unknown> {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown;
  }
}

test('a reader who holds on keeps the commit from being half done', async () => {
  const place = legacyFolder();
  const file = place.make(LATER);
  const before = sha(file);
  const reader = new Database(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM runs').get();
  await expect(applyMigration(file, PORTS)).rejects.toMatchObject({ code: 'E_LEGACY_BUSY' });
  reader.close();
  expect(sha(file)).toBe(before);
  expect(await applyMigration(file, PORTS)).toMatchObject({ changed: true });
  expect(place.names()).toEqual(['pipeline state.db', 'pipeline state.db.before-migration']);
  place.remove();
}, 30_000);
