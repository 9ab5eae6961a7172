// `patchbay patch`: the ledger as a list, one patch in full, and its bytes.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { PATCH_MACHINE, type PatchState } from '../../../../shared/domain/patch.ts';
import { statesOf } from '../../../../shared/lib/machine.ts';
import { visibleLines } from '../../../../shared/lib/visible-text.ts';
import type { PatchQuery } from '../../../../shared/ports/find-patches.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnPatch, findPatch, findRun } from '../find-run.ts';
import { legacyPatchDocument, legacyPatchRow, legacyPatchText } from '../legacy/show-legacy-run.ts';
import { listLimit } from '../list-limit.ts';
import { table } from '../output.ts';
import { patchDocument, patchText } from '../patch-text.ts';
import { paintState } from '../run-text.ts';
import { addPatchCheck } from './patch-check.ts';
import { addPatchImport } from './patch-import.ts';
import { addPatchPreview } from './patch-preview.ts';
import { addPatchSplit } from './patch-split.ts';

export const addPatch: AddCommand = (program, act) => {
  const patch = program.command('patch').description('the ledger of patches');
  patch
    .command('list')
    .description('newest first')
    .option('--run <run>', 'of one run')
    .option('--task <id>', "of one task, by the plan's id")
    .option('--tool <name>', 'made by one tool')
    .addOption(new Option('--state <state>', 'in one state').choices(statesOf(PATCH_MACHINE)))
    .option('--file <path>', 'that change a file: a path, a folder with / at its end, or a glob')
    .option('--text <text>', 'that add or remove a line with this text, letter for letter')
    .option('--cursor <id>', 'go on where another answer ended (its `next`)')
    .option('--limit <n>', 'at most so many (default 1000)', listLimit)
    .action(act((call, given: ListGiven) => list(call, given)));
  patch
    .command('show')
    .description('one patch: ledger entry, findings, diff')
    .argument('<patch>', 'id of the patch')
    .action(act((call, id: string) => showAny(call, id)));
  addPatchCheck(patch, act);
  addPatchPreview(patch, act);
  addPatchSplit(patch, act);
  addPatchImport(patch, act);
  patch
    .command('export')
    .description('the bytes of a patch, as `git apply` takes them')
    .argument('<patch>', 'id of the patch')
    .option('--out <file>', 'write them there')
    .action(
      act(async (call, id: string, { out }: { readonly out?: string }) => {
        const order = { patchId: await findOwnPatch(call, id), file: out };
        return withSession(call, 'reader', ({ service }) => exportPatch(call, service, order));
      }),
    );
};

interface ListGiven {
  readonly run?: string;
  readonly task?: string;
  readonly tool?: string;
  readonly state?: PatchState;
  readonly file?: string;
  readonly text?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

async function list(call: Invocation, given: ListGiven): Promise<number> {
  const { out, ports, projectDir, dataDir } = call;
  const most = given.limit ?? 1_000;
  const found = given.run === undefined ? null : await findRun(call, given.run);
  const library = await ports.openLegacy({ projectDir, dataDir });
  const ofLegacy = found !== null && !('runId' in found) ? found.run : null;
  const query = queryOf(given);
  const none = { rows: [], documents: [], next: null };
  const own = ofLegacy === null ? await ownPatches(call, { ...runOf(found), ...query, limit: most }) : none;
  // What is asked for is told by columns of ours, which patches of old pipelines do not have.
  const isWhole = Object.keys(query).length === 0 && (found === null || ofLegacy !== null);
  const old = isWhole ? library.patches(ofLegacy, most) : [];
  for (const problem of library.problems()) out.complain(problem);
  const rows = [...own.rows, ...old.map((patch) => legacyPatchRow(patch, library))].slice(0, most);
  const documents = [...own.documents, ...old.map((patch) => legacyPatchDocument(patch, library))].slice(0, most);
  const empty = isWhole || found !== null ? 'No patches yet.' : 'No patch matches.';
  const more = own.next === null ? '' : `\nThere may be more: --cursor ${own.next}`;
  const text = () => (rows.length > 0 ? table(['PATCH', 'STATE', 'TASK', 'LINES', 'FILES'], rows) : empty) + more;
  out.result({ patches: documents, next: own.next }, text);
  return 0;
}

type Found = Awaited<ReturnType<typeof findRun>>;

function runOf(found: Found | null): { readonly runId?: string } {
  return found !== null && 'runId' in found ? { runId: found.runId } : {};
}

/** Only what was asked for. */
function queryOf({ task, tool, state, file, text, cursor }: ListGiven): Partial<PatchQuery> {
  return {
    ...(task === undefined ? {} : { taskId: task }),
    ...(tool === undefined ? {} : { tool }),
    ...(state === undefined ? {} : { state }),
    ...(file === undefined ? {} : { file }),
    ...(text === undefined ? {} : { text }),
    ...(cursor === undefined ? {} : { before: cursor.toUpperCase() }),
  };
}

function ownPatches(call: Invocation, params: PatchQuery) {
  const { out } = call;
  return withSession(call, 'reader', async ({ service }) => {
    const { patches, next } = await service.call('patch.list', params);
    const documents: unknown[] = [];
    if (out.json)
      for (const { patchId } of patches) documents.push(patchDocument(await service.call('patch.show', { patchId })));
    const rows = patches.map((patch) => [
      patch.patchId,
      paintState(out.paint, patch.state),
      patch.taskId,
      `+${patch.insertions} -${patch.deletions}`,
      patch.paths.slice(0, 3).join(' ') + (patch.paths.length > 3 ? ' …' : ''),
    ]);
    return { rows, documents, next };
  });
}

async function showAny(call: Invocation, id: string): Promise<number> {
  const found = await findPatch(call, id);
  if ('patchId' in found) return withSession(call, 'reader', ({ service }) => show(call, service, found.patchId));
  const { patch, library } = found;
  call.out.result(legacyPatchDocument(patch, library), () => legacyPatchText(patch));
  return 0;
}

async function show({ out }: Invocation, service: Service, patchId: string) {
  const shown = await service.call('patch.show', { patchId });
  const { diff } = await service.call('patch.diff', { patchId });
  out.result(
    { ...patchDocument(shown), artifact: shown.artifact, diff },
    () => `${patchText(shown.patch, out.paint)}\n\n${visibleLines(diff)}`,
  );
  return 0;
}

async function exportPatch(
  { ports, out }: Invocation,
  service: Service,
  order: { readonly patchId: string; readonly file: string | undefined },
) {
  const { base64, sha256 } = await service.call('patch.export', { patchId: order.patchId });
  const bytes = Buffer.from(base64, 'base64');
  const file = order.file === undefined ? null : resolve(ports.cwd, order.file);
  if (file !== null) writeFileSync(file, bytes);
  if (out.json)
    out.result({ patch_id: order.patchId, sha256, bytes: bytes.length, file, ...(file ? {} : { base64 }) }, () => '');
  else if (file === null) ports.stdout.write(bytes);
  else out.note(`${bytes.length} bytes in ${file}`);
  return 0;
}
