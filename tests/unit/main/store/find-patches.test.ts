// Looking for patches in the ledger: by what the tables say, by files, and by what a diff adds or removes.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesText } from '../../../../src/main/store/changes-text.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import type { PatchQuery } from '../../../../src/shared/ports/find-patches.ts';
import type { LedgerCommit, LedgerEntryRow, PatchRow } from '../../../../src/shared/ports/store.ts';
import { commitOf, id, type Ledger, ledgerFolder, wholeCommit } from './ledger-fixture.ts';

let ledger: Ledger;
beforeEach(() => {
  ledger = ledgerFolder();
});
afterEach(() => ledger.remove());

const diffOf = (path: string, added: string, shown = 'same') =>
  new TextEncoder().encode(
    `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1,2 +1,2 @@\n ${shown}\n-old ${path}\n+${added}\n`,
  );

/** The fixture's patch, and copies of it with another file and another text. */
function filled(more: readonly { readonly path: string; readonly added: string; readonly state?: string }[]) {
  const store = ledger.open();
  const whole = wholeCommit(diffOf('src/a.ts', 'first'));
  store.commit(whole);
  const [patch] = whole.rows.patches ?? [];
  const [entry] = whole.rows.patch_ledger_entries ?? [];
  const patches: PatchRow[] = [];
  const entries: LedgerEntryRow[] = [];
  const patchBytes: LedgerCommit['patchBytes'][number][] = [];
  more.forEach(({ path, added, state = 'quarantined' }, index) => {
    const patchId = id('PAT', index + 2);
    const files_touched = JSON.stringify([{ path, oldPath: path.startsWith('new') ? 'src/former.ts' : null }]);
    const diff = diffOf(path, added);
    patches.push({ ...present(patch, 'a patch'), patch_id: patchId, files_touched, bytes: diff.length });
    entries.push({ ...present(entry, 'an entry'), ledger_id: id('LED', index + 2), patch_id: patchId, state });
    patchBytes.push({ patchId, diff });
  });
  store.commit(commitOf({ rows: { patches, patch_ledger_entries: entries }, patchBytes }));
  const find = (query: Partial<PatchQuery>) => {
    const { entries: found, next } = store.findPatches({ limit: 100, ...query });
    return { ids: found.map(({ patch_id }) => patch_id), next };
  };
  return { store, find };
}

const MORE = [
  { path: 'src/b.ts', added: 'needle in b' },
  { path: 'docs/b.md', added: 'nothing', state: 'committed' },
  { path: 'new.ts', added: 'a needle, too' },
];
const [SECOND, THIRD, FOURTH] = [2, 3, 4].map((number) => id('PAT', number));

describe('patches are found', () => {
  test('by file: a path, a folder, a glob, and the former name of a renamed file', () => {
    const { find } = filled(MORE);
    expect(find({ file: 'docs/b.md' }).ids).toEqual([THIRD]);
    expect(find({ file: 'docs/' }).ids).toEqual([THIRD]);
    expect(find({ file: '**/b.*' }).ids).toEqual([THIRD, SECOND]);
    expect(find({ file: 'src/former.ts' }).ids).toEqual([FOURTH]);
    expect(find({ file: 'b.ts' }).ids).toEqual([]);
  });

  test('by what they add or remove, newest first, and not by what their diffs only show', () => {
    const { find } = filled(MORE);
    expect(find({ text: 'needle' }).ids).toEqual([FOURTH, SECOND]);
    expect(find({ text: 'old docs/b.md' }).ids).toEqual([THIRD]);
    expect(find({ text: 'same' }).ids).toEqual([]);
    expect(find({ text: 'Needle' }).ids).toEqual([]);
    expect(find({ text: 'diff --git' }).ids).toEqual([]);
  });

  test('by state, tool, task and run, all of which have to hold', () => {
    const { find, store } = filled(MORE);
    const all = find({}).ids;
    expect(all).toHaveLength(4);
    expect(find({ state: 'committed' }).ids).toContain(THIRD);
    const row = present(store.patchRow(present(SECOND, 'an id')), 'a patch');
    expect(find({ tool: row.tool_id, runId: row.run_id }).ids).toEqual(all);
    expect(find({ tool: 'nobody' }).ids).toEqual([]);
    const [task] = store.rowsOf('tasks', row.run_id);
    expect(find({ taskId: present(task, 'a task').task_id, text: 'needle', file: 'src/b.ts' }).ids).toEqual([SECOND]);
    expect(find({ taskId: 'nobody' }).ids).toEqual([]);
  });

  test('page by page, each where the one before ended', () => {
    const { find } = filled(MORE);
    const first = find({ text: 'needle', limit: 1 });
    expect(first.ids).toEqual([FOURTH]);
    const second = find({ text: 'needle', limit: 1, before: present(first.next, 'a cursor') });
    expect(second.ids).toEqual([SECOND]);
    expect(find({ limit: 4 }).next).toBeNull();
    expect(find({ limit: 3 })).toMatchObject({ ids: [FOURTH, THIRD, SECOND] });
    expect(find({ limit: 3, before: present(find({ limit: 3 }).next, 'a cursor') })).toEqual({
      ids: [id('PAT', 1)],
      next: null,
    });
  });
});

describe('a text in a diff', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const hunk = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n';

  test('counts in lines that are added or removed, whatever they look like', () => {
    expect(changesText(bytes(`${hunk}-one\n+two`), 'two')).toBe(true);
    expect(changesText(bytes(`${hunk}--- one\n+two\n`), '-- one')).toBe(true);
    expect(changesText(bytes(`${hunk}-ünï\n+two\n`), 'ünï')).toBe(true);
  });

  test('does not count in headers, in lines that are only shown, and across lines', () => {
    expect(changesText(bytes(`${hunk}-one\n+two\n`), 'b/x')).toBe(false);
    expect(changesText(bytes(`${hunk}-one\n+two\n`), 'a/x')).toBe(false);
    expect(changesText(bytes(`${hunk} shown\n+two\n`), 'shown')).toBe(false);
    expect(changesText(bytes(`${hunk}-one\n+two\n`), '+two')).toBe(false);
  });
});
