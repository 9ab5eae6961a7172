// What tasks have for themselves while they are in hand: conflict groups, and files by reader and writer claims.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { addGlob, meetingGlob, removeGlob } from '../../../shared/lib/glob-tree.ts';
import type { TaskPlan } from '../../../shared/plan/plan.ts';
import type { ClaimNode, RunNode, TaskNode } from '../run-state.ts';
import { freeKey, offerHeld } from './holds.ts';

/** A claim as a plan gives it to a task; tasks with the same key share it. */
interface Sketch {
  readonly key: string;
  readonly kind: ClaimNode['kind'];
  readonly exclusive: boolean;
  readonly globs: readonly string[];
}

/**
 * The conflict group of a task, the files it writes and, where it names them itself, those it reads. Files that a level
 * above named are shared by all tasks of that level on purpose; an empty scope claims nothing.
 */
export function claimsOf(task: TaskPlan): readonly Sketch[] {
  const { scope, scopeBy, taskId, conflictGroup } = task;
  const own = `task ${taskId}`;
  const sketches: Sketch[] = [];
  if (conflictGroup !== null) {
    sketches.push({ key: `group:${conflictGroup}`, kind: 'group', exclusive: true, globs: [] });
  }
  const written = [...new Set([...scope.write, ...scope.create])];
  if (written.length > 0 && scopeBy !== undefined && scopeBy.write !== null) {
    const exclusive = scopeBy.write === own;
    const name = exclusive ? written.join(' ') : scopeBy.write;
    sketches.push({ key: `write:${name}`, kind: 'write', exclusive, globs: written });
  }
  if (scope.read.length > 0 && scopeBy?.read === own) {
    sketches.push({ key: `read:${scope.read.join(' ')}`, kind: 'read', exclusive: false, globs: scope.read });
  }
  return sketches;
}

/** Gives the tasks their claims. `inOrder` is plan order; it matters only where patches are committed in it. */
export function giveClaims(run: Claiming & Pick<RunNode, 'inOrder'>): void {
  for (const task of run.inOrder) giveClaimsTo(run, task);
}

type Claiming = Pick<RunNode, 'claims' | 'claimTree' | 'created'>;

/** In plan order the task comes last in each line that it joins. */
export function giveClaimsTo(run: Claiming, task: TaskNode): void {
  const isOrdered = run.created.plan.mergeOrder === 'plan';
  for (const sketch of claimsOf(task.plan)) {
    let claim = run.claims.get(sketch.key);
    if (claim === undefined) {
      claim = { ...sketch, holders: new Set(), waiting: new Set(), overtaken: 0, line: [] };
      run.claims.set(sketch.key, claim);
      if (isOrdered) enterTree(run, claim);
    }
    task.claims.push(claim);
    if (isOrdered) claim.line.push(task.plan.taskId);
  }
}

/** Each line of a claim in plan order again, after that has changed. */
export function orderClaims(run: RunNode): void {
  for (const claim of run.claims.values()) {
    claim.line.sort((a, b) => (run.tasks.get(a)?.index ?? 0) - (run.tasks.get(b)?.index ?? 0));
  }
}

/** Claims that may not be held together with this one by another task, of those that anybody has or waits for. */
export function rivalsOf(run: RunNode, claim: ClaimNode): ReadonlySet<ClaimNode> {
  const rivals = new Set<ClaimNode>();
  if (claim.exclusive) rivals.add(claim);
  for (const glob of claim.globs) {
    for (const other of meetingGlob(run.claimTree, glob)) {
      if (other !== claim && (claim.kind === 'write' || other.kind === 'write')) rivals.add(other);
    }
  }
  return rivals;
}

/** Tasks that share a level's files may also read what the other writes of them: the level said so. */
export function mayShare(a: TaskNode, b: TaskNode): boolean {
  return a.claims.some((claim) => claim.kind === 'write' && !claim.exclusive && b.claims.includes(claim));
}

/** The task starts: it has its claims, and whoever has waited longer for a rival one was overtaken. */
export function takeClaims(run: RunNode, task: TaskNode): void {
  for (const claim of task.claims) {
    if (claim.holders.size + claim.waiting.size === 0) enterTree(run, claim);
    claim.holders.add(task);
    countOvertaken(run, task, claim);
  }
  leaveLines(run, task);
}

/** Its work is on the head or given up: who comes next is offered. */
export function letGoOfClaims(run: RunNode, task: TaskNode): void {
  for (const claim of task.claims) {
    if (!claim.holders.delete(task)) continue;
    leaveTree(run, claim);
    if (claim.holders.size > 0) continue;
    const [first] = claim.waiting;
    if (claim.exclusive && isDue(claim) && first?.heldBy === claim.key) offerHeld(run, first, claim.key);
    else freeKey(run, claim.key);
  }
}

/** The task waits for a claim: it stands in the line of each that it needs, so that it is not overtaken for ever. */
export function joinLines(run: RunNode, task: TaskNode): void {
  if (task.ticket !== Number.POSITIVE_INFINITY) return;
  run.claimTickets += 1;
  task.ticket = run.claimTickets;
  for (const claim of task.claims) {
    if (claim.holders.size + claim.waiting.size === 0) enterTree(run, claim);
    claim.waiting.add(task);
  }
}

/** It waits for claims no longer, whatever comes of it. */
export function leaveLines(run: RunNode, task: TaskNode): void {
  task.ticket = Number.POSITIVE_INFINITY;
  for (const claim of task.claims) {
    const [first] = claim.waiting;
    if (!claim.waiting.delete(task)) continue;
    leaveTree(run, claim);
    if (first !== task) continue;
    const wasDue = isDue(claim);
    claim.overtaken = 0;
    if (wasDue) freeKey(run, turnKey(claim));
  }
}

/** Held while somebody who was overtaken often enough goes first. */
export function turnKey(claim: ClaimNode): string {
  return `turn:${claim.key}`;
}

export function isDue(claim: ClaimNode): boolean {
  return claim.overtaken >= LIMITS.claimOvertakes;
}

/** Whether one task has waited longer than another. A task of the foreground never yields to one of the background. */
export function isAhead(first: TaskNode, task: TaskNode): boolean {
  return first.ticket < task.ticket && (task.background || !first.background);
}

function countOvertaken(run: RunNode, task: TaskNode, claim: ClaimNode): void {
  for (const rival of rivalsOf(run, claim)) {
    const [longest] = rival.waiting;
    if (longest !== undefined && isAhead(longest, task)) rival.overtaken += 1;
  }
}

function enterTree(run: Pick<RunNode, 'claimTree'>, claim: ClaimNode): void {
  for (const glob of claim.globs) addGlob(run.claimTree, glob, claim);
}

/** Where patches are committed in plan order the tree keeps every claim: earlier tasks matter before they wait. */
function leaveTree(run: RunNode, claim: ClaimNode): void {
  if (claim.holders.size + claim.waiting.size > 0 || run.created.plan.mergeOrder === 'plan') return;
  for (const glob of claim.globs) removeGlob(run.claimTree, glob, claim);
}
