// One function per method of the contract.
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { ArchivedRunReport } from '../../../shared/ipc/log-reports.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { knownDurations } from '../../../shared/plan/expected-durations.ts';
import { eventView } from '../../projections/event-view.ts';
import { patchDetail, patchView } from '../../projections/patch-view.ts';
import { runReport } from '../../projections/run-report.ts';
import { runHead } from '../../projections/run-view.ts';
import { taskView } from '../../projections/task-view.ts';
import { uetLedgerEntry, uetPatchArtifact } from '../../projections/uet-patch.ts';
import { verifyRun } from '../../recovery/verify-run.ts';
import type { PatchNode, RunNode } from '../../state/run-state.ts';
import { archivedRuns, archiveRun, restoreRun, runsToArchive } from './archive-runs.ts';
import { checkPatch } from './check-patch.ts';
import { giveCommand } from './give-command.ts';
import { importPatch } from './import-patch.ts';
import { legacyRuns } from './legacy-runs.ts';
import { logPage } from './log-page.ts';
import { previewPatch, previewQueue } from './preview-queue.ts';
import { projectHandlers } from './project-handlers.ts';
import { publishRun } from './publish-run.ts';
import { readOutput } from './read-output.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { createReplayer } from './replay-run.ts';
import { reviewHandlers } from './review-handlers.ts';
import { runTimeline } from './run-timeline.ts';
import { engineOf, type ServiceParts } from './service-parts.ts';
import { runFacts, withToolRecords } from './start-run.ts';
import { toolHandlers } from './tool-handlers.ts';
import { waitForRun } from './wait-for-run.ts';
import { workerHandlers } from './worker-handlers.ts';

export type Handlers = {
  readonly [M in MethodName]: (params: MethodParams<M>) => Promise<MethodResult<M>> | MethodResult<M>;
};

const EVENTS_A_PAGE = 500;
const LINKS_A_PAGE = 5_000;
const RUNS_LISTED = 200;
const PATCHES_LISTED = 1_000;

export function createHandlers(parts: ServiceParts): Handlers {
  return {
    ...projectHandlers(parts),
    ...runHandlers(parts),
    ...patchHandlers(parts),
    ...workerHandlers(parts),
    ...toolHandlers(parts),
    ...reviewHandlers(parts),
  };
}

type ProjectMethods = keyof ReturnType<typeof projectHandlers>;
type WorkerMethods = Extract<MethodName, `workers.${string}` | `tools.${string}` | `review.${string}`>;
type RunMethods = Extract<MethodName, `run.${string}` | 'events.page' | 'legacy.runs'>;

function runHandlers(parts: ServiceParts): Pick<Handlers, RunMethods> {
  const { library, store, rooms, snapshots } = parts;
  const replayer = createReplayer({ store, snapshots });
  return {
    'run.start': async ({ planFile, options = {} }) => {
      const engine = engineOf(parts);
      const repository = await rooms.integration.repository();
      const found = runFacts(planFile, options, { repository, appRoot: parts.appRoot });
      const expected = knownDurations(found.plan, store.durations(LIMITS.durationRuns));
      const facts = withToolRecords(store, { ...found, expected });
      await refuseReadOnly(repository.root);
      await engine.lookAtMachine();
      const runId = parts.newRunId();
      const started = engine.ask({ type: 'start-run', runId, facts });
      // Posted in the same breath, so that they are committed with the run: what it does not see.
      for (const message of repository.notes) engine.post({ type: 'note-run', runId, message });
      await started;
      return { runId };
    },
    'run.pause': (params) => giveCommand(parts, params, { name: 'pause' }),
    'run.resume': (params) => giveCommand(parts, params, { name: 'resume' }),
    'run.stop': ({ mode, ...params }) => giveCommand(parts, params, { name: 'stop', mode }),
    'run.cancel': (params) => giveCommand(parts, params, { name: 'cancel' }),
    'run.retry': ({ taskId, ...params }) => giveCommand(parts, params, { name: 'retry', taskId }),
    'run.skip': ({ taskId, ...params }) => giveCommand(parts, params, { name: 'skip', taskId }),
    'run.prioritise': ({ taskId, priority = null, ...params }) =>
      giveCommand(parts, params, { name: 'prioritise', taskId, priority }),
    'run.depend': ({ taskId, on, edge, ...params }) => giveCommand(parts, params, { name: 'depend', taskId, on, edge }),
    'run.parallel': ({ maxParallel, ...params }) => giveCommand(parts, params, { name: 'parallel', maxParallel }),
    'run.report': ({ runId }) => runReport(library.run(runId), parts.engine?.overlaps(library.run(runId))),
    'run.wait': ({ runId }) => waitForRun(parts, runId),
    'run.list': () => ({ runs: library.newest(RUNS_LISTED) }),
    'legacy.runs': async () => legacyRuns(await parts.openLegacy()),
    'run.view': ({ runId }) => {
      const run = library.run(runId);
      return { head: runHead(run), tasks: [...run.tasks.values()].map((task) => taskView(run, task)) };
    },
    'run.verify': async ({ runId }) => {
      // A damaged run need not be readable to be verified; an unknown one is refused by the library.
      if (store.runRow(runId) === null && store.eventPage({ runId, from: 0, limit: 1 }).length === 0)
        library.run(runId);
      const readArchive = parts.archives.read;
      const report = await verifyRun({ store, snapshots, readArchive, integration: rooms.integration }, runId);
      if (!report.snapshots.ok && parts.engine !== null) snapshots.drop(runId);
      return report;
    },
    'run.archive': async ({ runIds, before }) => {
      const wanted = runIds ?? runsToArchive(parts, before ?? new Date(parts.clock.now()).toISOString());
      const archived: ArchivedRunReport[] = [];
      for (const runId of wanted) archived.push(await archiveRun(parts, runId));
      return { archived };
    },
    'run.unarchive': ({ runId }) => restoreRun(parts, runId),
    'run.archives': () => ({ archived: archivedRuns(parts) }),
    'run.timeline': ({ runId, points }) => ({ points: runTimeline(store, runId, points) }),
    'run.links': ({ limit = LINKS_A_PAGE, ...page }) => ({ links: store.chainLinks({ ...page, limit }) }),
    'run.commits': async ({ runId, head }) => {
      return { commits: await rooms.integration.history(head, library.run(runId).created.base) };
    },
    'run.replay': ({ runId, to }) => replayer.at(runId, to),
    'run.preview': ({ runId }) => previewQueue(parts, library.run(runId)),
    'run.publish': (params) => publishRun(parts, params),
    'events.page': ({ runId, from = 0, limit = EVENTS_A_PAGE }) => {
      if (runId !== undefined) library.run(runId);
      const page = runId === undefined ? store.logPage({ from, limit }) : store.eventPage({ runId, from, limit });
      const last = page.at(-1);
      const next = page.length < limit || last === undefined ? null : last.seq + 1;
      return { events: page.map(eventView), next };
    },
    'run.log': ({ runId, from = 0, limit = EVENTS_A_PAGE }) => {
      library.run(runId);
      return logPage(store, { runId, from, limit });
    },
  };
}

function patchHandlers(parts: ServiceParts): Omit<Handlers, RunMethods | ProjectMethods | WorkerMethods> {
  const { library, store, rooms } = parts;
  return {
    'patch.list': ({ limit = PATCHES_LISTED, ...query }) => {
      const { entries, next } = store.findPatches({ ...query, limit });
      const patches = entries.map((entry) => {
        const run = library.run(entry.run_id);
        return patchView(run, patchIn(run, entry.patch_id));
      });
      return { patches, next };
    },
    'patch.show': ({ patchId }) => {
      const { run, patch } = findPatch(parts, patchId);
      const row = store.patchRow(patchId);
      const entry = store.ledgerEntryOf(patchId);
      if (row === null || entry === null) throw unknownPatch(patchId);
      const artifact = uetPatchArtifact(row, entry, {
        diffText: new TextDecoder().decode(diffOf(parts, patchId)),
        promptId: patch.attempt.promptId,
      });
      const detail = patchDetail(run, patch);
      const { quarantineFile } = detail;
      // Where it lies on this machine: the ledger knows only where in its own folder.
      const file = quarantineFile === null ? null : join(parts.paths.root, quarantineFile);
      return { patch: { ...detail, quarantineFile: file }, artifact, ledger_entry: uetLedgerEntry(entry) };
    },
    'patch.diff': ({ patchId }) => ({ diff: new TextDecoder().decode(diffOf(parts, patchId)) }),
    'patch.export': ({ patchId }) => {
      const { patch } = findPatch(parts, patchId);
      return { base64: Buffer.from(diffOf(parts, patchId)).toString('base64'), sha256: patch.created.sha256 };
    },
    'patch.preview': ({ patchId }) => {
      const { run, patch } = findPatch(parts, patchId);
      return previewPatch(parts, run, patch);
    },
    'patch.import': (params) => importPatch(parts, params),
    'patch.check': (params) => checkPatch(parts, params),
    'patch.file': async ({ patchId, path }) => {
      const { patch } = findPatch(parts, patchId);
      const file = patch.created.files.find((each) => each.path === path);
      if (file === undefined) {
        const advice = 'Open the patch to see which files it changes.';
        throw new PatchbayError('E_NOT_FOUND', `Patch ${patchId} does not change ${path}.`, advice, { patchId, path });
      }
      const sides = await rooms.integration.fileSides(file, diffOf(parts, patchId));
      return { path, oldPath: file.oldPath, ...sides };
    },
    'attempt.output': ({ attemptId }) => readOutput(parts.paths.artifacts, attemptId),
  };
}

function findPatch(parts: ServiceParts, patchId: string): { readonly run: RunNode; readonly patch: PatchNode } {
  const row = parts.store.patchRow(patchId);
  if (row === null) throw unknownPatch(patchId);
  const run = parts.library.run(row.run_id);
  return { run, patch: patchIn(run, patchId) };
}

function patchIn(run: RunNode, patchId: string): PatchNode {
  const patch = run.patches.get(patchId);
  if (patch === undefined) throw unknownPatch(patchId);
  return patch;
}

function diffOf(parts: ServiceParts, patchId: string): Uint8Array {
  const diff = parts.store.patchDiff(patchId);
  if (diff === null) throw unknownPatch(patchId);
  return diff;
}

function unknownPatch(patchId: string): PatchbayError {
  const advice = 'List the patches with `patchbay patch list`.';
  return new PatchbayError('E_NOT_FOUND', `There is no patch ${patchId} in this project.`, advice, { patchId });
}
