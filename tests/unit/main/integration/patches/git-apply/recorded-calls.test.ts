// Every recorded call of `git apply` that the product can express: the same verdict and the same files as git.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../../../../../fakes/temp-repository.ts';
import { corpusFile, readCall } from './recorded-call.ts';
import { type Compared, replayCall } from './replay-call.ts';

const archive = corpusFile();
const unpacks = archive !== null && spawnSync('xz', ['--version']).status === 0 && process.platform !== 'win32';
if (!unpacks)
  console.warn('The recorded calls of git apply are not beside this repository (or cannot be unpacked): skipped.');

/** All that were recorded. */
const CALLS = 442;

describe.skipIf(!unpacks)('a recorded call of git apply', () => {
  const folder = unpacks ? tempFolder('recorded') : '';
  const results = new Map<string, Compared>();
  const listed = readFileSync(join(import.meta.dirname, '../../../../../../docs/patch-parser.md'), 'utf8');

  beforeAll(async () => {
    const done = spawnSync('tar', ['xJf', archive ?? '', '-C', folder]);
    expect(done.status, String(done.stderr)).toBe(0);
    const root = join(folder, 'git-apply-calls');
    for (const name of readdirSync(root).sort()) {
      const read = readCall(join(root, name), name);
      results.set(name, read.kind === 'call' ? await replay(read.call) : read);
    }
  }, 180_000);

  async function replay(call: Parameters<typeof replayCall>[0]): Promise<Compared> {
    const scratch = join(folder, 'scratch');
    mkdirSync(scratch);
    try {
      return await replayCall(call, scratch);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the verdict and the result that git gave it, for all that the product can express', () => {
    const all = [...results].filter(([, one]) => one.kind !== 'inexpressible');
    const different = all.filter(([, one]) => one.kind === 'different');
    console.log(`recorded calls: ${results.size}, expressible ${all.length}, same ${all.length - different.length}`);
    expect(results.size).toBe(CALLS);
    expect(all.length).toBeGreaterThanOrEqual(260);
    // Each difference is a refusal of ours with a row in docs/patch-parser.md.
    expect(different.filter(([, one]) => one.kind === 'different' && one.dangerous)).toEqual([]);
    expect(different.filter(([name]) => !listed.includes(`\`${name}\``))).toEqual([]);
    expect((all.length - different.length) / all.length).toBeGreaterThanOrEqual(0.99);
  });

  it('is left out for a reason that the documents list', () => {
    const reasons = [...results.values()].flatMap((one) => (one.kind === 'inexpressible' ? [one.why] : []));
    const counts = new Map<string, number>();
    for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1);
    const missing = [...counts].filter(([why, count]) => !listed.includes(`| ${count} | ${why} |`));
    expect(missing).toEqual([]);
  });
});
