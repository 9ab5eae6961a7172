// Puts the room together: patches are judged, become commits, are gated and published.
import type { Clock } from '../../shared/ports/clock.ts';
import type { Faults } from '../../shared/ports/faults.ts';
import type { Integration } from '../../shared/ports/integration.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Spawn } from '../../shared/ports/spawn.ts';
import type { Workspaces } from '../../shared/ports/workspaces.ts';
import { openGateCache } from './gates/gate-cache.ts';
import { createGates } from './gates/run-gate.ts';
import { countFiles } from './git/count-files.ts';
import type { RepositoryGit } from './git/create-git.ts';
import { inspectRepository } from './git/inspect-repository.ts';
import type { ObjectStore } from './git/object-store.ts';
import { readHistory } from './git/read-history.ts';
import { readRef } from './git/read-ref.ts';
import { resolveCommit } from './git/resolve-commit.ts';
import { openRefUpdater } from './git/update-refs.ts';
import { checkChange } from './patches/check-change.ts';
import { checkText } from './patches/check-text.ts';
import { keepQuarantined } from './patches/quarantine-folder.ts';
import { validatePatch } from './patches/validate-patch.ts';
import { publishRun } from './publish/publish-run.ts';
import { readFileSides } from './read-file-sides.ts';
import { buildCandidate, buildStack } from './train/build-candidate.ts';
import { diffBetween } from './train/diff-between.ts';
import { holdChange } from './train/hold-change.ts';
import { previewMerge } from './train/preview-merge.ts';
import { swapHead } from './train/swap-head.ts';
import type { Identity } from './train/train-ports.ts';
import { writerQueue } from './train/writer-queue.ts';

export interface IntegrationOptions {
  readonly git: RepositoryGit;
  /** Of the same repository; whoever opened it closes it. */
  readonly objects: ObjectStore;
  readonly workspaces: Workspaces;
  readonly spawn: Spawn;
  readonly clock: Clock;
  readonly log: Log;
  readonly faults: Faults;
  /** Absolute; gate output and the gate cache live below it. */
  readonly artifactsDir: string;
  /** Absolute; made when it is needed. */
  readonly quarantineDir: string;
  /** What every gate may see of the host's environment. */
  readonly gateEnvironment: Readonly<Record<string, string>>;
  /** Author and committer of every commit. */
  readonly identity: Identity;
}

/** One per repository: it is the only writer of the refs below `refs/patchbay/`. */
export function createIntegration(options: IntegrationOptions): Integration {
  const { git, objects, workspaces, spawn, clock, artifactsDir, gateEnvironment } = options;
  const { reader } = objects;
  const refs = openRefUpdater(git);
  const write = writerQueue();
  const train = { git, reader, objects, refs, faults: options.faults, identity: options.identity };
  const cache = openGateCache(artifactsDir);
  const gates = createGates({
    git,
    reader,
    workspaces,
    spawn,
    clock,
    cache,
    artifactsDir,
    checkout: git.layout.root,
    gateEnvironment,
  });
  return {
    repository: () => inspectRepository(git.layout.root),
    validate: (order) => validatePatch({ git, reader }, order),
    keepQuarantined: async (patchId, diff) => keepQuarantined(options.quarantineDir, patchId, diff),
    checkText,
    resolveCommit: (revision) => resolveCommit(git, revision),
    buildCandidate: (order) => write(() => buildCandidate(train, order)),
    buildStack: (order) => write(() => buildStack(train, order)),
    holdChange: async (order) => {
      await write(() => holdChange(train, order));
      // Held it is safe; judging it needs no turn at the writer.
      return checkChange({ git, reader }, await diffBetween(git, order.base, order.tree), order);
    },
    diffBetween: (base, tree) => diffBetween(git, base, tree),
    preview: (order) => previewMerge(git, order),
    swapHead: async (order) => {
      const outcome = await write(() => swapHead(train, order));
      if (outcome.kind === 'swapped') workspaces.expect(order.new);
      return outcome;
    },
    runGate: (order) => gates.run(order),
    countFiles: (tree, globs) => countFiles(git, tree, globs),
    stopGate: (gateRunId) => gates.stop(gateRunId),
    publish: (order) =>
      write(async () => {
        const outcome = await publishRun({ git, reader, identity: options.identity }, order);
        const { branch, from, to } = outcome;
        if (!order.preview) options.log('info', 'Published', { runId: order.runId, branch, from, to });
        return outcome;
      }),
    readRef: (ref) => readRef(git, ref),
    history: (head, base) => readHistory(git, head, base),
    fileSides: (file, diff) => readFileSides(reader, file, diff),
    async close() {
      gates.stopAll();
      // Behind whatever is still being written.
      await write(() => refs.close());
    },
  };
}
