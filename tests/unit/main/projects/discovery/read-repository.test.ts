// Reading is bounded: links are not followed, binaries are not text, and a flood of files costs no more than the limits.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { personQuestions } from '../../../../../src/main/projects/bootstrap/person-questions.ts';
import { discover } from '../../../../../src/main/projects/discovery/discover.ts';
import { readRepository } from '../../../../../src/main/projects/discovery/read-repository.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import { put, repository, tempPlace } from '../temp-place.ts';

const place = tempPlace();
const GATE = { gate_id: 'unit', command: ['a'], from: 'b', missing: null };
const QUIET = { isOpen: false, gates: [GATE], installs: false, directEdits: false, fileProblems: 0, projectFile: 'p' };

// Windows makes links only for administrators.
it.skipIf(process.platform === 'win32')('follows no link and takes no binary for text', async () => {
  const outside = join(place, 'outside.json');
  writeFileSync(outside, '{"scripts":{"test":"steal"}}');
  const root = repository(join(place, 'links'), { 'a.js': '' });
  symlinkSync(outside, join(root, 'package.json'));
  symlinkSync(join(place, 'nowhere'), join(root, 'Makefile'));
  writeFileSync(join(root, 'tool'), Buffer.from([0x23, 0x21, 0, 1]));
  const facts = await readRepository(root);
  expect([...facts.texts.keys()]).toEqual([]);
  expect(discover(facts).commands).toEqual([]);
});

it('reads manifests near the root before a flood of others uses up the limit', async () => {
  const root = repository(join(place, 'flood'), {});
  const flood = Array.from({ length: 1_000 }, (_, n) => [`deep/er/p${n}/package.json`, '{}'] as const);
  put(root, { ...Object.fromEntries(flood), 'zz/package.json': '{"scripts":{"test":"node --test"}}' });
  const facts = await readRepository(root);
  expect(facts.texts.size).toBeLessThanOrEqual(LIMITS.discoveryReads);
  expect(facts.texts.has('zz/package.json')).toBe(true);
});

it('says so where there are more files than it looks at', async () => {
  const root = repository(join(place, 'cut'), { 'a.js': '', 'b.js': '', 'c.js': '' });
  const found = discover(await readRepository(root, { limit: 2 }));
  expect(found).toMatchObject({ cut: true, files: 2 });
  expect(personQuestions({ ...QUIET, discovery: found })).toEqual([expect.stringContaining('Only the first 2 files')]);
});

it('reads no more than its share of a large file, and understands a byte order mark', async () => {
  const root = repository(join(place, 'large'), { Makefile: `test:\n\techo\n${'#'.repeat(600_000)}` });
  writeFileSync(join(root, 'package.json'), '\uFEFF{"scripts":{"test":"node --test"}}');
  writeFileSync(join(root, 'A.psd1'), Buffer.from('\uFEFF@{ ModuleVersion = 1 }', 'utf16le'));
  const facts = await readRepository(root);
  expect(facts.texts.get('Makefile')).toHaveLength(LIMITS.discoveryManifestBytes);
  expect(facts.texts.get('A.psd1')).toBe('@{ ModuleVersion = 1 }');
  expect(discover(facts).commands.map((one) => one.argv.join(' '))).toContain('npm test');
});
