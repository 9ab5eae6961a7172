// What must hold after a crash and one restart; every breach is one sentence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { verifyRun } from '../../src/main/recovery/verify-run.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { CommitFacts } from '../../src/shared/ports/integration.ts';
import { gitIn } from '../fakes/temp-repository.ts';
import { TASK_IDS } from './crash-plan.ts';
import { describeProcess, processesOf, runCli, waitForSilence } from './crash-process.ts';
import { type CrashProject, type CrashTemplate, checkoutPrint, printDifferences, walk } from './crash-project.ts';

export interface ProofOrder {
  readonly cli: string;
  readonly project: CrashProject;
  readonly template: CrashTemplate;
  /** The checkout before the first command. */
  readonly before: ReadonlyMap<string, string>;
}

/** Slots for the tools at work, the gate and the pool, with room for those that a crash left: never one a crash more. */
const MAX_SLOTS = 12;
const SILENCE_MS = 5_000;
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'schema', 'migrations');

/** Ids of the runs in the ledger; empty where there is no ledger yet. */
export function runIds(project: CrashProject): readonly string[] {
  return (
    inLedger(project, (db) => db.prepare<[], string>('SELECT run_id FROM runs ORDER BY run_id').pluck().all()) ?? []
  );
}

/** A crash before there was a run: nothing of one may be in git or in the ledger. */
export function proveNothingBegan({ project, before }: ProofOrder): readonly string[] {
  return [...ourRefs(project).map((ref) => `there is no run, but git has ${ref}`), ...proveCheckout(project, before)];
}

/** The run has ended as if nothing had happened. */
export async function proveRun(order: ProofOrder, runId: string): Promise<readonly string[]> {
  const { project, before } = order;
  const silent = await proveSilence(project);
  return [
    ...proveLedger(project, 1),
    ...proveCommits(order, runId),
    ...(await proveVerified(order, runId)),
    ...proveRepository(project),
    ...proveCheckout(project, before),
    ...proveWorkspaces(project, 1),
    ...silent,
  ];
}

/** As far as it is the same whatever the runs were asked to do: so many of them, each with one line of its own. */
export async function proveRuns(order: ProofOrder, ids: readonly string[]): Promise<readonly string[]> {
  const { project, before } = order;
  const silent = await proveSilence(project);
  const verified: string[] = [];
  for (const runId of ids) verified.push(...(await proveVerified(order, runId)));
  return [
    ...proveLedger(project, ids.length),
    ...ids.flatMap((runId) => proveLine(order, runId)),
    ...verified,
    ...proveRepository(project),
    ...proveCheckout(project, before),
    ...proveWorkspaces(project, ids.length),
    ...silent,
  ];
}

/** Whoever started a process ends it, without help, within five seconds. */
export async function proveSilence(project: CrashProject): Promise<readonly string[]> {
  if ((await waitForSilence(project, SILENCE_MS)) !== null) return [];
  return processesOf(project).map((pid) => `still running after ${SILENCE_MS / 1000} s: ${describeProcess(pid)}`);
}

function proveLedger(project: CrashProject, runs: number): readonly string[] {
  const problems = inLedger(project, (db) => {
    const count = (sql: string) => Number(db.prepare<[], number>(sql).pluck().get());
    const integrity = String(db.pragma('integrity_check', { simple: true }));
    const broken = db.pragma('foreign_key_check') as readonly unknown[]; // one row a broken reference
    return [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
      ...(broken.length === 0 ? [] : [`foreign_key_check: ${broken.length} broken references`]),
      ...nothing('effects are still in the outbox', count('SELECT count(*) FROM outbox')),
      ...nothing('runs too many', count('SELECT count(*) FROM runs') - runs),
      ...nothing('attempts are open', count(`SELECT count(*) FROM attempts WHERE state IN ('pending', 'running')`)),
      ...nothing('gate runs are open', count(`SELECT count(*) FROM gate_runs WHERE state IN ('pending', 'running')`)),
    ];
  });
  return problems ?? ['there is no ledger'];
}

function nothing(what: string, count: number): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}

/** The final tree, one commit a task, each the commit that the ledger has for it. */
export function proveCommits(order: ProofOrder, runId: string): readonly string[] {
  const { repository } = order.project;
  const { finalTree, folder } = order.template;
  const problems: string[] = [];
  const tree = gitIn(repository, ['rev-parse', `${headOf(runId)}^{tree}`]);
  if (tree !== finalTree) {
    const [wanted, found] = [listFiles(join(folder, 'repository'), finalTree), listFiles(repository, tree)];
    const files = [...wanted.filter((row) => !found.includes(row)), ...found.filter((row) => !wanted.includes(row))];
    problems.push(`the final tree is not the expected one: ${files.join(', ')}`);
  }
  const tasks = committedTasks(order, runId);
  if (tasks.join() !== [...TASK_IDS].sort().join()) problems.push(`commits of the tasks: ${tasks.join(', ')}`);
  return [...problems, ...proveLine(order, runId)];
}

function headOf(runId: string): string {
  return `refs/patchbay/runs/${runId}/head`;
}

/** Ids of the tasks whose work is on the run's head, sorted. */
export function committedTasks({ project, template }: ProofOrder, runId: string): readonly string[] {
  const commits = readCommits(project.repository, `${template.base}..${headOf(runId)}`);
  return commits.map(({ trailers }) => trailers['Patchbay-Task'] ?? '').sort();
}

/** The commits of a run and what the ledger has as committed are the same, one to one, in a single line. */
export function proveLine({ project, template }: ProofOrder, runId: string): readonly string[] {
  const problems: string[] = [];
  const commits = readCommits(project.repository, `${template.base}..${headOf(runId)}`);
  const known = committedChanges(project, runId);
  for (const { commit, parent, trailers } of commits) {
    const { 'Patchbay-Run': run, 'Patchbay-Task': task } = trailers;
    const change = trailers['Patchbay-Patch'] ?? trailers['Patchbay-Change'] ?? '';
    if (run !== runId) problems.push(`commit ${commit} of ${task} names run ${run}`);
    if (parent?.length !== 40) problems.push(`commit ${commit} of ${task} has the parents ${parent}`);
    if (known.get(change) !== commit) {
      problems.push(`commit ${commit} of ${task}: the ledger has ${known.get(change)} for change ${change}`);
    }
  }
  if (known.size !== commits.length)
    problems.push(`${known.size} changes are committed, git has ${commits.length} commits`);
  return problems;
}

function listFiles(repository: string, tree: string): readonly string[] {
  return gitIn(repository, ['ls-tree', '-r', tree]).split('\n');
}

const TRAILERS = ['Run', 'Task', 'Patch', 'Change', 'Unprotected', 'Tool'].map((name) => `Patchbay-${name}`);
const FORMAT = ['%H', '%P', '%T', ...TRAILERS.map((key) => `%(trailers:key=${key},valueonly,separator=)`)].join('|');

/** Read with git itself, not with the program under test. A merge's parents come as one text. */
function readCommits(repository: string, range: string): readonly CommitFacts[] {
  const text = gitIn(repository, ['log', `--format=${FORMAT}`, range]);
  return (text === '' ? [] : text.split('\n')).map((row) => {
    const [commit = '', parent = '', tree = '', ...values] = row.split('|');
    const trailers = TRAILERS.map((key, at) => [key, values[at] ?? ''] as const).filter(([, value]) => value !== '');
    return { commit, parent, tree, trailers: Object.fromEntries(trailers) };
  });
}

/** Patches and direct changes that the ledger has as committed, with their commits; of one run, or of all. */
function committedChanges(project: CrashProject, runId = '%'): ReadonlyMap<string, string> {
  const rows = inLedger(project, (db) =>
    db
      .prepare<[string, string], { readonly id: string; readonly commit_sha: string }>(
        `SELECT patch_id AS id, commit_sha FROM patch_ledger_entries WHERE state = 'committed' AND run_id LIKE ?
         UNION ALL SELECT change_id, commit_sha FROM direct_changes WHERE state = 'committed' AND run_id LIKE ?`,
      )
      .all(runId, runId),
  );
  return new Map((rows ?? []).map((row) => [row.id, row.commit_sha]));
}

/** Before the restart: what the engine left is whole, and differs from git by an intended swap at most. Same code as `verify`, without a process. */
export async function proveInterrupted({ project, template }: ProofOrder, runId: string): Promise<readonly string[]> {
  const { repository } = project;
  const root = projectFolder(project);
  if (root === null) return ['there is a run without a project folder'];
  const store = openStore({ file: join(root, 'ledger.db'), migrationsDir: MIGRATIONS, readOnly: true });
  try {
    const readRef = async (ref: string) => gitIn(repository, ['for-each-ref', '--format=%(objectname)', ref]) || null;
    const history = async (head: string) => readCommits(repository, `${template.base}..${head}`);
    const { problems } = await verifyRun({ store, integration: { readRef, history } }, runId);
    return problems.map((problem) => `right after the kill: ${problem}`);
  } finally {
    store.close();
  }
}

/** Chain of events, rebuilt tables, git: the program's own proof. */
async function proveVerified({ cli, project }: ProofOrder, runId: string): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await runCli({ cli, project, args: ['verify', runId] });
  if (exitCode === 0) return [];
  return [`verify ended with ${exitCode}: ${stdout.trim()} ${stderr.trim()}`];
}

function proveRepository(project: CrashProject): readonly string[] {
  const { repository } = project;
  const problems: string[] = [];
  try {
    const said = gitIn(repository, ['fsck', '--strict', '--no-dangling', '--no-progress']);
    if (said !== '') problems.push(`fsck: ${said}`);
  } catch (error) {
    problems.push(`fsck: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const path of walk(join(repository, '.git'))) {
    if (path.endsWith('.lock') || path.endsWith('packed-refs.new')) problems.push(`a lock is left: ${path}`);
  }
  const committed = committedChanges(project);
  for (const ref of ourRefs(project)) {
    const changeId = /^refs\/patchbay\/(?:keep|changes)\/(.+)$/.exec(ref)?.[1];
    if (changeId !== undefined && committed.has(changeId)) problems.push(`${ref} keeps a commit that the head holds`);
  }
  return problems;
}

function ourRefs({ repository }: CrashProject): readonly string[] {
  const listed = gitIn(repository, ['for-each-ref', '--format=%(refname)', 'refs/patchbay']);
  return listed === '' ? [] : listed.split('\n');
}

export function proveCheckout({ repository }: CrashProject, before: ReadonlyMap<string, string>): readonly string[] {
  return printDifferences(before, checkoutPrint(repository)).map((name) => `the user's ${name} was touched`);
}

/** The pool does not grow by a crash, nothing waits in it for a person, and its trash is empty. */
function proveWorkspaces(project: CrashProject, runs: number): readonly string[] {
  const root = projectFolder(project);
  if (root === null) return ['there is no project folder'];
  const workspaces = join(root, 'workspaces');
  const slots = readdirSync(workspaces).filter((name) => /^s\d+$/.test(name));
  const trash = readdirSync(join(workspaces, 'trash'));
  const states = readdirSync(join(workspaces, 'private')).flatMap((name) => {
    const file = join(workspaces, 'private', name, 'state.json');
    const state: { status: string } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { status: 'nothing' };
    return state.status === 'free' ? [] : [`workspace ${name} is left ${state.status}`];
  });
  return [
    ...(slots.length <= MAX_SLOTS * runs ? [] : [`${slots.length} workspaces`]),
    ...(trash.length === 0 ? [] : [`${trash.length} folders in the trash`]),
    ...states,
  ];
}

function projectFolder({ data }: CrashProject): string | null {
  const projects = join(data, 'projects');
  const [only] = existsSync(projects) ? readdirSync(projects) : [];
  return only === undefined ? null : join(projects, only);
}

/** Null where there is no ledger, or an empty one whose first migration never committed. */
export function inLedger<T>(project: CrashProject, ask: (db: Database.Database) => T): T | null {
  const root = projectFolder(project);
  const file = root === null ? '' : join(root, 'ledger.db');
  if (!existsSync(file)) return null;
  const db = new Database(file, { readonly: true });
  try {
    const tables = db.prepare<[], number>(`SELECT count(*) FROM sqlite_master WHERE name = 'runs'`).pluck().get();
    return tables === 1 ? ask(db) : null;
  } finally {
    db.close();
  }
}
