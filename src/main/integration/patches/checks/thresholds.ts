// Numbers that a check asks for, and which way they weaken it when they change.
import type { ChangedLine } from '../changed-lines.ts';

export interface Lowered {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly from: number;
  /** Null where it is gone. */
  readonly to: number | null;
}

/** Settings of tests and checks, where such numbers stand. */
const FILES =
  /(?:^|\/)(?:[^/]*(?:vitest|vite|jest|karma|playwright|nyc|c8|stryker|coverage|codecov|sonar|phpunit)[^/]*|\.nycrc.*|\.c8rc.*|\.coveragerc|package\.json|pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini|pom\.xml|build\.gradle[^/]*|Makefile|patchbay\.(?:ya?ml|json)|Rakefile|\.simplecov|spec_helper\.rb|noxfile\.py)$|\.github\/workflows\/[^/]+$|\.gitlab-ci\.yml$/i;

/** More is stricter. */
const LEAST =
  /["']?(lines|functions|branches|statements|perFile|fail[_-]under|cov-fail-under|minimum(?:_coverage)?|min[_-]?(?:coverage|score)|threshold|target|break|high|low|check[-_]coverage)["']?\s*[:= ]\s*["']?(\d+(?:\.\d+)?)\s*%?/gi;
/** Less is stricter. */
const MOST =
  /(max[-_]?warnings|max[-_]?(?:complexity|issues|failures|errors)|retries|flake[-_]?attempts|rerun[-_]?failing)["']?\s*[:= ]\s*["']?(\d+)/gi;

interface Setting {
  readonly line: ChangedLine;
  readonly name: string;
  readonly value: number;
}

/** A number that is looser after the patch, or gone without one in its place. */
export function loweredThresholds(removed: readonly ChangedLine[], added: readonly ChangedLine[]): readonly Lowered[] {
  return [
    ...compare(settings(removed, LEAST), settings(added, LEAST), (from, to) => to < from),
    ...compare(settings(removed, MOST), settings(added, MOST), (from, to) => to > from).filter(({ to }) => to !== null),
  ];
}

function settings(lines: readonly ChangedLine[], pattern: RegExp): readonly Setting[] {
  return lines
    .filter(({ path, text }) => text.length <= 2_000 && FILES.test(path))
    .flatMap((line) =>
      [...line.text.matchAll(pattern)].map(([, name = '', value]) => ({
        line,
        name: name.toLowerCase(),
        value: Number(value),
      })),
    );
}

function compare(
  removed: readonly Setting[],
  added: readonly Setting[],
  isLooser: (from: number, to: number) => boolean,
): readonly Lowered[] {
  const left = [...added];
  return removed.flatMap(({ line, name, value }) => {
    const at = left.findIndex((one) => one.name === name && one.line.path === line.path);
    const now = at === -1 ? undefined : left.splice(at, 1)[0];
    if (now !== undefined && !isLooser(value, now.value)) return [];
    return [{ path: line.path, line: now?.line.line ?? 0, name, from: value, to: now?.value ?? null }];
  });
}
