// A bundle that a stranger proves with the script in it: as it was written it is right, and a byte changed anywhere is found.
import { execFileSync, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportAnswer, exportRun } from '../../../../../../src/main/hosts/cli/export/export-run.ts';
import { replay } from '../../../../../../src/main/state/evolve.ts';
import type { Service } from '../../../../../../src/shared/ports/service.ts';
import type { Store } from '../../../../../../src/shared/ports/store.ts';
import { makePlan, makeTask } from '../../../../../fakes/make-plan.ts';
import { commitOfRun, copyRun, copyRunId, recordRun } from '../../../../../fakes/recorded-runs.ts';
import { commitOf, type Ledger, ledgerFolder } from '../../../store/ledger-fixture.ts';

const ROOT = join(import.meta.dirname, '../../../../../..');
const RUN = copyRunId(2);

let folder = '';
let bundle = '';
let ledger: Ledger;
let answer: ExportAnswer;
let verify: (folder: string, told?: string) => readonly string[];

/** Two runs at once, so that the chain of one goes through the other. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-audit-'));
  bundle = join(folder, 'bundle');
  ledger = ledgerFolder();
  const store = ledger.open();
  const tasks = [makeTask({ taskId: 'a' }), makeTask({ taskId: 'ü' }), makeTask({ taskId: 'c' })];
  const direct = makeTask({ taskId: 'd', patchMode: { on: false, by: 'project', place: '' } });
  const recording = await recordRun({ plan: makePlan({ tasks: [...tasks, direct] }), seed: 4, troubleChance: 0.1 });
  const commits = [1, 2].map((n) => commitOfRun(copyRun(recording, n)));
  for (const commit of commits) store.commit({ ...commit, events: [] });
  for (let at = 0; at < (commits[0]?.events.length ?? 0); at += 4) {
    store.commit(commitOf({ events: commits.flatMap(({ events }) => events.slice(at, at + 4)) }));
  }
  const order = {
    runId: RUN,
    form: 'bundle',
    target: bundle,
    version: '1',
    appRoot: ROOT,
    checkpoint: () => {},
  } as const;
  answer = await exportRun(serviceOver(store), order);
  ({ verify } = await import(pathToFileURL(join(bundle, 'verify.mjs')).href));
});
afterAll(() => {
  ledger.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Just what an export asks for, from a real ledger; git's line is made up as git would have it. */
function serviceOver(store: Store): Service {
  const methods: Readonly<Record<string, (params: never) => unknown>> = {
    'run.log': ({ runId, from }: { runId: string; from: number }) => {
      return { events: store.eventRows({ runId, from, limit: 10_000 }), next: null };
    },
    'run.links': (page: { runId: string; after: number; to: number; limit: number }) => ({
      links: store.chainLinks(page),
    }),
    'run.commits': ({ runId }: { runId: string }) => ({ commits: lineOf(store, runId) }),
    'patch.export': ({ patchId }: { patchId: string }) => {
      return { base64: Buffer.from(store.patchDiff(patchId) ?? []).toString('base64') };
    },
  };
  const call = async (method: string, params: unknown) => methods[method]?.(params as never);
  return { call, subscribe: () => () => {}, close: async () => {} } as unknown as Service; // what an export calls
}

function lineOf(store: Store, runId: string) {
  const run = replay(store.eventsOf(runId)) ?? expect.fail('no run');
  let parent = run.created.base;
  const line = store.eventsOf(runId).flatMap((event) => {
    if (event.kind !== 'patch-committed' && event.kind !== 'direct-change-committed') return [];
    const trailer = event.kind === 'patch-committed' ? 'Patchbay-Patch' : 'Patchbay-Change';
    const commit = { commit: event.data.commit, parent, tree: event.data.tree, trailers: { [trailer]: event.id } };
    parent = event.data.commit;
    return [commit];
  });
  return line.reverse();
}

function filesOf(where: string): readonly string[] {
  const found = readdirSync(where, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return found.map((entry) => join(entry.parentPath, entry.name)).sort();
}

test('the script says that nothing was changed, in a process of its own and with the sum that was told', () => {
  const said = execFileSync(process.execPath, [join(bundle, 'verify.mjs'), answer.manifest_sha256], {
    encoding: 'utf8',
  });
  expect(said).toBe('ok: nothing in this bundle was changed\n');
  expect(readFileSync(join(bundle, 'links.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(50);
  const wrong = spawnSync(process.execPath, [join(bundle, 'verify.mjs'), 'f'.repeat(64)], { encoding: 'utf8' });
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain('not the one you were told');
});

test('it can be read in one sitting and needs nothing but Node', () => {
  const text = readFileSync(join(bundle, 'verify.mjs'), 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(150);
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? '');
  expect(imports.every((name) => name.startsWith('node:'))).toBe(true);
});

test('a byte that changed anywhere is found, in every file', () => {
  const copy = join(folder, 'changed');
  cpSync(bundle, copy, { recursive: true });
  for (const file of filesOf(copy)) {
    const whole = readFileSync(file);
    const step = Math.max(1, Math.floor(whole.length / 40));
    for (let at = 0; at < whole.length; at += step) {
      const broken = Buffer.from(whole);
      broken[at] = (whole[at] ?? 0) ^ 1;
      writeFileSync(file, broken);
      expect(verify(copy), `${file} at ${at}`).not.toEqual([]);
    }
    writeFileSync(file, whole);
  }
  expect(verify(copy)).toEqual([]);
});

test('a file that is missing or that was put beside the others is found', () => {
  const copy = join(folder, 'files');
  for (const file of filesOf(bundle)) {
    cpSync(bundle, copy, { recursive: true });
    rmSync(file.replace(bundle, copy));
    expect(verify(copy), file).not.toEqual([]);
    rmSync(copy, { recursive: true });
  }
  cpSync(bundle, copy, { recursive: true });
  mkdirSync(join(copy, 'more'));
  writeFileSync(join(copy, 'more', 'x'), '');
  expect(verify(copy)).toEqual(['more/x does not belong to the bundle']);
  rmSync(copy, { recursive: true });
});

/** Changes a file and makes the manifest agree, as somebody would who wants to be believed. */
function forged(path: string, change: (lines: string[]) => readonly string[]): readonly string[] {
  const copy = join(folder, 'forged');
  cpSync(bundle, copy, { recursive: true });
  const sum = (name: string) => hash('sha256', readFileSync(join(copy, name)), 'hex');
  const content = readFileSync(join(copy, path), 'utf8');
  const before = sum(path);
  writeFileSync(join(copy, path), change(content.split('\n')).join('\n'));
  const manifest = readFileSync(join(copy, 'manifest.json'), 'utf8').replace(before, sum(path));
  writeFileSync(join(copy, 'manifest.json'), manifest);
  writeFileSync(join(copy, 'manifest.sha256'), `${sum('manifest.json')}  manifest.json\n`);
  const problems = verify(copy);
  rmSync(copy, { recursive: true });
  return problems;
}

test.each<[string, string, (lines: string[]) => readonly string[], RegExp]>([
  ['an event that is left out', 'events.jsonl', (lines) => lines.toSpliced(10, 1), /missing/],
  [
    'another time',
    'events.jsonl',
    (lines) => lines.map((line) => line.replace('2026-', '2025-')),
    /not what was written/,
  ],
  ['a link that is left out', 'links.jsonl', (lines) => lines.slice(1), /missing/],
  ['a ledger entry that is left out', 'ledger.jsonl', (lines) => lines.slice(1), /ledger entries for/],
  [
    'another history',
    'ledger.jsonl',
    (lines) => lines.map((line) => line.replace('validated', 'vaIidated')),
    /history/,
  ],
  [
    'a commit that is left out',
    'git.json',
    (lines) => [lines.join('\n').replace(/\{\s+"commit"[^}]+\}\s+\},/, '')],
    /commit/,
  ],
])('%s is found even when the manifest agrees', (_, path, change, problem) => {
  expect(forged(path, change).join('; ')).toMatch(problem);
});
