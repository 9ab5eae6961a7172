// Locks on our refs: those of a git that died with an earlier engine go, every other one is waited for and kept.
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

const RUN = 'refs/patchbay/runs/01RUN/head';
const KEEP = 'refs/patchbay/keep/01PATCH';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture({ 'a.txt': 'a\n' });
});
afterEach(() => fixture.close());

/** As a killed git leaves it; `before` puts it into the time of an earlier engine. */
function plantLock(name: string, when: 'before' | 'now'): string {
  const lock = join(fixture.repo.root, '.git', name);
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, '');
  if (when === 'before') utimesSync(lock, new Date(0), new Date(0));
  return lock;
}

const swap = () => fixture.integration.swapHead({ ref: RUN, old: null, new: fixture.base, drop: [KEEP] });

test('locks that a killed git left on our refs do not stop the train', async () => {
  fixture.repo.git('update-ref', KEEP, fixture.base);
  fixture.repo.git('pack-refs', '--all'); // so that dropping the ref has to write the packed ones
  const ours = [plantLock(`${RUN}.lock`, 'before'), plantLock(`${KEEP}.lock`, 'before')];
  // Who holds the lock of all packed refs can be told on Linux only.
  const shared = process.platform === 'linux' ? ['packed-refs.lock', 'packed-refs.new'] : [];
  const locks = [...ours, ...shared.map((name) => plantLock(name, 'before'))];
  expect(await swap()).toEqual({ kind: 'swapped' });
  expect(locks.filter((lock) => existsSync(lock))).toEqual([]);
  expect(fixture.repo.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/patchbay')).toBe(
    `${RUN} ${fixture.base}`,
  );
}, 60_000);

test('a lock that came after this engine is somebody’s work: the swap is refused and the lock stays', async () => {
  const lock = plantLock(`${RUN}.lock`, 'now');
  await expect(swap()).rejects.toMatchObject({ code: 'E_GIT' });
  expect(existsSync(lock)).toBe(true);
}, 60_000);
