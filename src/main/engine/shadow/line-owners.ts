// Who wrote the lines of each file in a run, patch by patch: the base has no owner, what a task wrote is the task's.

/** Lines `oldStart … oldEnd-1` became `newStart … newEnd-1`; both count from 1, an empty span stands before its start. */
export interface ChangedSpan {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

export interface ChangedFile {
  readonly path: string;
  /** Null for a new file. */
  readonly oldPath: string | null;
  readonly isDeleted: boolean;
  /** In order; null where the content is binary or not known. */
  readonly spans: readonly ChangedSpan[] | null;
}

export interface Touch {
  readonly path: string;
  readonly owner: string;
  /** It made the file; it wrote lines that are changed now; or it wrote lines right beside them. */
  readonly how: 'file' | 'lines' | 'beside';
}

interface Segment {
  readonly owner: string | null;
  lines: number;
}

interface OwnedFile {
  /** The task that made it; null where it is in the base. */
  readonly maker: string | null;
  /** Null where nobody can tell lines apart. */
  readonly segments: readonly Segment[] | null;
  /** Everybody who changed it. */
  readonly writers: ReadonlySet<string>;
}

export interface LineOwners {
  /** Takes over a task's change and tells whose work it touched. Changes are to come in the order of their commits. */
  apply(owner: string, files: readonly ChangedFile[]): readonly Touch[];
}

export function createLineOwners(): LineOwners {
  const files = new Map<string, OwnedFile>();
  const change = (owner: string, changed: ChangedFile): readonly Touch[] => {
    const { path, oldPath, isDeleted, spans } = changed;
    const before = files.get(oldPath ?? path) ?? (oldPath === null ? NOTHING : OF_BASE);
    const touches = touchesOf(changed, owner, before);
    if (oldPath !== null && oldPath !== path) files.delete(oldPath);
    if (isDeleted) files.delete(path);
    else {
      files.set(path, {
        maker: oldPath === null ? owner : before.maker,
        segments: spans === null || before.segments === null ? null : rewrite(before.segments, spans, owner),
        writers: new Set([...before.writers, owner]),
      });
    }
    return touches;
  };
  return { apply: (owner, changed) => changed.flatMap((file) => change(owner, file)) };
}

const NOTHING: OwnedFile = { maker: null, segments: [], writers: new Set() };
/** A file of the base has as many lines as anybody may ask for. */
const OF_BASE: OwnedFile = { ...NOTHING, segments: [{ owner: null, lines: Number.POSITIVE_INFINITY }] };

function touchesOf({ path, spans }: ChangedFile, owner: string, before: OwnedFile): readonly Touch[] {
  const found = new Map<string, Touch['how']>();
  const note = (whose: string | null, how: Touch['how']) => {
    if (whose === null || whose === owner) return;
    const known = found.get(whose);
    if (known === undefined || RANK[how] < RANK[known]) found.set(whose, how);
  };
  note(before.maker, 'file');
  if (spans === null || before.segments === null) for (const writer of before.writers) note(writer, 'lines');
  else {
    for (const { oldStart, oldEnd } of spans) {
      for (const whose of ownersIn(before.segments, oldStart, oldEnd)) note(whose, 'lines');
      for (const whose of ownersIn(before.segments, oldStart - 1, oldEnd + 1)) note(whose, 'beside');
    }
  }
  return [...found].map(([whose, how]) => ({ path, owner: whose, how }));
}

const RANK = { file: 0, lines: 1, beside: 2 } as const;

/** Owners of the lines from `start` to before `end`. */
function ownersIn(segments: readonly Segment[], start: number, end: number): readonly (string | null)[] {
  const owners: (string | null)[] = [];
  let line = 1;
  for (const segment of segments) {
    if (line >= end) break;
    if (Math.max(line, start) < Math.min(line + segment.lines, end)) owners.push(segment.owner);
    line += segment.lines;
  }
  return owners;
}

function rewrite(segments: readonly Segment[], spans: readonly ChangedSpan[], owner: string): readonly Segment[] {
  const out: Segment[] = [];
  const add = (whose: string | null, lines: number) => {
    const last = out.at(-1);
    if (lines <= 0) return;
    if (last?.owner === whose) last.lines += lines;
    else out.push({ owner: whose, lines });
  };
  let at = 0;
  let used = 0;
  let line = 1;
  /** Passes over the old lines up to `end`, kept or left out. */
  const pass = (end: number, keep: boolean) => {
    while (line < end) {
      const segment = segments[at];
      if (segment === undefined) return;
      const lines = Math.min(segment.lines - used, end - line);
      if (keep) add(segment.owner, lines);
      line += lines;
      used += lines;
      if (used >= segment.lines) {
        at += 1;
        used = 0;
      }
    }
  };
  for (const { oldStart, oldEnd, newStart, newEnd } of spans) {
    pass(oldStart, true);
    pass(oldEnd, false);
    add(owner, newEnd - newStart);
  }
  pass(Number.POSITIVE_INFINITY, true);
  return out;
}
