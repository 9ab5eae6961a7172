// Dependencies that a plan does not declare: one task's work rests on another's, and only the sequence put them in order.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { MissingDependency, ShadowEvidence } from '../../../shared/domain/shadow-report.ts';
import { matchAny } from '../../../shared/lib/glob.ts';
import type { TaskPlan } from '../../../shared/plan/plan.ts';
import type { LandedTask } from './landed-tasks.ts';

export interface Search {
  /** In the order of their commits. */
  readonly landed: readonly LandedTask[];
  /** True when the dag puts one of the two before the other. */
  readonly isOrdered: (a: string, b: string) => boolean;
  /** True when the rehearsed dag would have started `task` before the work of `needs` was there. */
  readonly isTooEarly: (task: string, needs: string) => boolean;
}

type Evidence = Pick<MissingDependency, 'evidence' | 'certain' | 'files'>;

/** One finding for each pair, with the strongest evidence. `complete` is false where not all pairs could be looked at. */
export function findMissing({ landed, isOrdered, isTooEarly }: Search): {
  readonly missing: readonly MissingDependency[];
  readonly complete: boolean;
} {
  const missing: MissingDependency[] = [];
  let left: number = LIMITS.shadowPairs;
  landed.forEach((later, index) => {
    const look = likelihood(later);
    const touched = byOwner(later);
    for (const earlier of landed.slice(0, index)) {
      const certain = touched.get(earlier.taskId) ?? null;
      if (certain === null && (left -= earlier.change.files.length) < 0) continue;
      // Work on the head when a task starts is part of its base; what came later it cannot rest on.
      if (isOrdered(earlier.taskId, later.taskId) || !wasThere(earlier, later)) continue;
      const found = certain ?? look(earlier);
      if (found === null) continue;
      const pair = { task: later.taskId, needs: earlier.taskId };
      missing.push({ ...pair, ...found, tooEarly: isTooEarly(later.taskId, earlier.taskId) });
    }
  });
  missing.sort((a, b) => Number(b.certain) - Number(a.certain) || Number(b.tooEarly) - Number(a.tooEarly));
  return { missing, complete: left >= 0 };
}

function wasThere(earlier: LandedTask, later: LandedTask): boolean {
  const start = later.task.attempts.at(-1)?.createdAt ?? later.task.startedAt ?? '';
  return (earlier.task.endedAt ?? '') <= start;
}

/** Whose files and lines a task changed: its patch does not apply without theirs. Lines side by side are no proof. */
function byOwner({ touches }: LandedTask): ReadonlyMap<string, Evidence> {
  const found = new Map<string, Evidence>();
  for (const { owner, path, how } of touches) {
    if (how === 'beside') continue;
    const before = found.get(owner);
    const isFile = how === 'file' || before?.evidence === 'changes_its_file';
    const evidence = isFile ? 'changes_its_file' : 'changes_its_lines';
    found.set(owner, { evidence, certain: true, files: [...new Set([...(before?.files ?? []), path])] });
  }
  return found;
}

/** What speaks for a task's having used another's work without changing it. */
function likelihood({ task, change }: LandedTask): (earlier: LandedTask) => Evidence | null {
  const reads = readsOf(task.plan);
  const said = spoken(task.plan);
  const added = [...change.added.values()].flat();
  const text = added.join('\n');
  /** Of a file that it changes itself it is known whose lines it needed. */
  const own = new Set(change.files.map((file) => file.path));
  const lines = new Set(added);
  const likely = (evidence: ShadowEvidence, files: readonly string[]): Evidence | null =>
    files.length === 0 ? null : { evidence, certain: false, files };
  return ({ change: made }) => {
    const kept = made.files.filter((file) => !file.isDeleted && !own.has(file.path));
    const created = kept.filter((file) => file.oldPath === null).map((file) => file.path);
    const paths = kept.map((file) => file.path);
    return (
      likely('reads_its_file', reads === null ? [] : paths.filter(reads)) ??
      likely('names_its_file', [
        ...paths.filter((path) => mentions(said, path)),
        ...created.filter((path) => !mentions(said, path) && (mentions(text, path) || mentions(text, fileName(path)))),
      ]) ??
      likely(
        'repeats_its_lines',
        created.filter((path) => isRepeated(made.added.get(path) ?? [], lines)),
      )
    );
  };
}

/** Null where the task may read whatever it likes, which says nothing. */
function readsOf({ scope }: TaskPlan): ((path: string) => boolean) | null {
  const isAll = scope.read.some((glob) => ['**', '**/*', '*'].includes(glob));
  return scope.read.length === 0 || isAll ? null : matchAny(scope.read);
}

/** Everything that the plan tells the task's tool. */
function spoken({ launch }: TaskPlan): string {
  switch (launch.kind) {
    case 'command':
      return [...launch.command.argv, launch.command.stdin, ...Object.values(launch.command.env)].join('\n');
    case 'script':
      return JSON.stringify(launch.script.attempts);
    case 'other':
      return JSON.stringify(launch.other.prompt ?? '');
    case 'patch':
    case 'person':
      return '';
  }
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** As a word: `a.txt` is not in `data.txt`. Names of less than four characters stand in too many texts. */
function mentions(text: string, name: string): boolean {
  if (name.length < 4) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isPartOfName(text[at - 1]) && !isPartOfName(text[at + name.length])) return true;
  }
  return false;
}

function isPartOfName(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
}

/** Every line of a file, as far as it has any to speak of, is among the added ones. */
function isRepeated(file: readonly string[], added: ReadonlySet<string>): boolean {
  const size = file.reduce((sum, line) => sum + line.length, 0);
  return size >= REPEATED_CHARACTERS && file.every((line) => added.has(line));
}

/** Shorter files are alike by chance. */
const REPEATED_CHARACTERS = 8;
