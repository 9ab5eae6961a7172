// Proves a run: the chain of events, the state tables rebuilt from them, and the ledger against git.
import { changeRef } from '../../shared/domain/direct-change.ts';
import { runHeadRef } from '../../shared/domain/run.ts';
import type { LoggedEvent } from '../../shared/events/event.ts';
import type { VerifyReport } from '../../shared/ipc/log-reports.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { field } from '../../shared/plan/read-json.ts';
import type { CommitFacts, Integration } from '../../shared/ports/integration.ts';
import type { Snapshots } from '../../shared/ports/snapshots.ts';
import { STATE_KEYS, type Store } from '../../shared/ports/store.ts';
import { replay } from '../state/evolve.ts';
import { isSwapping } from '../state/find-candidate.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Change, RunNode } from '../state/run-state.ts';
import { checkHistories } from './check-histories.ts';
import { compareTables } from './compare-tables.ts';
import { type ArchivePorts, verifyArchive } from './verify-archive.ts';
import { verifySnapshots } from './verify-snapshots.ts';

export interface VerifyPorts {
  readonly store: Store;
  /** Left out: there are none. */
  readonly snapshots?: Pick<Snapshots, 'places' | 'newest'>;
  /** Left out: no run is archived. */
  readonly readArchive?: ArchivePorts['read'];
  readonly integration: Pick<Integration, 'readRef' | 'history'>;
}

/** Reads only. Every difference is one sentence in `problems`. */
export async function verifyRun(ports: VerifyPorts, runId: string): Promise<VerifyReport> {
  const chain = ports.store.checkChain();
  const { run, events, why } = rebuild(ports.store, runId);
  const rebuilt = run === null ? [why] : [...compareTables(ports.store, run), ...checkHistories(ports.store, runId)];
  const git = run === null ? { commits: 0, problems: [] } : await compareGit(ports, run);
  const none = { checked: 0, problems: [] };
  const saved = ports.snapshots === undefined ? none : verifySnapshots(ports.snapshots, runId, events);
  const archive =
    ports.readArchive === undefined ? [] : verifyArchive({ store: ports.store, read: ports.readArchive }, runId);
  const problems = [...archive, ...chain.problems, ...rebuilt, ...git.problems, ...saved.problems];
  return {
    ok: problems.length === 0,
    events: { ok: chain.problems.length === 0, count: chain.events },
    rebuilt: { ok: rebuilt.length === 0, tables: Object.keys(STATE_KEYS).length },
    git: { ok: git.problems.length === 0, commits: git.commits },
    snapshots: { ok: saved.problems.length === 0, checked: saved.checked },
    problems,
  };
}

interface Rebuilt {
  readonly run: RunNode | null;
  readonly events: readonly LoggedEvent[];
  readonly why: string;
}

/** Events that were tampered with may contradict each other, or be no JSON at all: that is a finding, too. */
function rebuild(store: Store, runId: string): Rebuilt {
  try {
    const events = store.eventsOf(runId);
    return { run: replay(events), events, why: `run ${runId} has no events` };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    if (thrown instanceof PatchbayError)
      return { run: null, events: [], why: `the events of run ${runId} cannot be read: ${reason}` };
    return { run: null, events: [], why: `the events of run ${runId} contradict each other: ${reason}` };
  }
}

/** Every committed change is one commit of the run's line, and every commit of the line is one committed change. */
function compareCommits(run: RunNode, history: readonly CommitFacts[]): readonly string[] {
  const changes = [...run.patches.values(), ...run.directChanges.values()];
  const committed = new Map(
    changes.filter(({ state }) => state === 'committed').map((change) => [changeIdOf(change), change]),
  );
  const inGit = new Map(history.map((facts) => [facts.commit, facts]));
  const problems = [...committed].flatMap(([id, change]) => {
    const facts = inGit.get(change.commit ?? '');
    const found = facts !== undefined && changeOf(facts) === id;
    return found
      ? protection(change, facts)
      : [`${nounOf(change)} ${id}: commit ${change.commit ?? ''} is not in git's history of the run`];
  });
  const seen = new Set<string>();
  for (const facts of history) {
    const id = changeOf(facts);
    const change = committed.get(id);
    if (seen.has(id))
      problems.push(`${change === undefined ? 'change' : nounOf(change)} ${id} is in git's history twice`);
    seen.add(id);
    if (change === undefined && !run.candidates.some(({ commit }) => commit === facts.commit))
      problems.push(`commit ${facts.commit} in git's history of the run is not in the ledger`);
  }
  return problems;
}

/** A commit says truly whether it was a patch. */
function protection(change: Change, { commit, trailers }: CommitFacts): readonly string[] {
  const marked = trailers['Patchbay-Unprotected'] !== undefined;
  if (marked === (change.table === 'direct_changes')) return [];
  return [
    `commit ${commit} ${marked ? 'is marked as a direct edit and holds a patch' : 'holds a direct change and is not marked as one'}`,
  ];
}

/** A direct change that is not committed is nowhere but in git: a ref has to hold it once its workspace is gone. */
async function missingRefs({ store, integration }: VerifyPorts, run: RunNode): Promise<readonly string[]> {
  const unheld = new Set(
    store
      .pendingEffects()
      .flatMap(({ kind, body }) => (kind === 'hold-change' ? [String(field(JSON.parse(body), 'changeId'))] : [])),
  );
  const held = [...run.directChanges.values()].filter(
    ({ changeId, state }) => (state === 'queued' || state === 'kept') && !unheld.has(changeId),
  );
  const landing = new Set(run.candidates.filter(({ accepted }) => accepted).map(({ change }) => changeIdOf(change)));
  const problems: string[] = [];
  for (const { changeId } of held) {
    if (landing.has(changeId)) continue;
    const ref = changeRef(changeId);
    if ((await integration.readRef(ref)) === null) problems.push(`direct change ${changeId}: git has no ref ${ref}`);
  }
  return problems;
}

function changeOf({ trailers }: CommitFacts): string {
  return trailers['Patchbay-Patch'] ?? trailers['Patchbay-Change'] ?? '';
}

function nounOf(change: Change): string {
  return change.table === 'patches' ? 'patch' : 'direct change';
}

async function compareGit(ports: VerifyPorts, run: RunNode): Promise<{ commits: number; problems: readonly string[] }> {
  const ref = runHeadRef(run.runId);
  const actual = await ports.integration.readRef(ref);
  if (actual === null) {
    const problems = run.startedAt === null ? [] : [`git has no ref ${ref}, the ledger says ${run.head}`];
    return { commits: 0, problems };
  }
  const history = await ports.integration.history(actual, run.created.base);
  const problems: string[] = [];
  if (actual !== run.head && !isSwapping(run)) {
    problems.push(`git's ${ref} stands at ${actual}, the ledger's head is ${run.head}`);
  }
  problems.push(...compareCommits(run, history), ...(await missingRefs(ports, run)));
  return { commits: history.length, problems };
}
