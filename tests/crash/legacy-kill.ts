// Kills migrations of old databases at their statements and proves each time that nothing is half done.
//
//   node tests/crash/legacy-kill.ts [--points all|N] [--random N] [--shape NAME] [--command NAME]
import { parseArgs } from 'node:util';
import { LATER, ODD, OLDEST, PARTLY } from '../unit/main/store/legacy/legacy-fixture.ts';
import { COMMANDS, type LegacyCase, type LegacyCommand, legacyCase, legacyTrial } from './legacy-trial.ts';

const MENDED = `${LATER}; DROP VIEW failed; DROP TRIGGER touch; DROP TRIGGER log_patch; DELETE FROM events WHERE run_id = 'run-gone';`;

/** So many rows that SQLite has to write pages before it commits. */
const LARGE = `${OLDEST}
CREATE TABLE events (id INTEGER PRIMARY KEY, run_id INTEGER REFERENCES runs(run_id), payload TEXT, created_at TEXT);
INSERT INTO events WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i, 1, hex(randomblob(50)), NULL FROM n;`;

export const SHAPES: Readonly<Record<string, string>> = {
  oldest: OLDEST,
  later: MENDED,
  partly: PARTLY,
  odd: ODD.replace(/, made TEXT[^)]*\) VIRTUAL/, ''),
  log: `PRAGMA journal_mode = WAL; ${MENDED}`,
  large: LARGE,
};

export interface LegacyKillOptions {
  readonly shapes: readonly string[];
  readonly commands: readonly LegacyCommand[];
  /** How many points of each case, spread over it and moved by `seed`; `all` for every one. */
  readonly points: number | 'all';
  /** Kills of each case at times spread over its length. */
  readonly random: number;
  readonly seed: number;
  /** No trial begins later than this. */
  readonly maxSeconds?: number;
  readonly say: (line: string) => void;
}

export interface LegacyKillReport {
  readonly trials: number;
  readonly failed: readonly string[];
}

const AT_ONCE = 2;

export async function legacyKill(options: LegacyKillOptions): Promise<LegacyKillReport> {
  let trials = 0;
  const failed: string[] = [];
  const end = performance.now() + (options.maxSeconds ?? Number.POSITIVE_INFINITY) * 1_000;
  for (const shape of options.shapes) {
    for (const command of options.commands) {
      const begun = performance.now();
      const kase = await legacyCase(shape, SHAPES[shape] ?? '', command);
      const lengthMs = performance.now() - begun;
      const kills = [...pointsOf(kase, options), ...timesOf(options, lengthMs)];
      const results = await inPairs(kills, async (kill) => {
        if (performance.now() > end) return [];
        trials += 1;
        const problems = await legacyTrial(kase, kill);
        const where = 'point' in kill ? `point ${kill.point} (${kase.points[kill.point - 1]})` : `${kill.afterMs} ms`;
        return problems.map((problem) => `${shape} ${command}, killed at ${where}: ${problem}`);
      });
      kase.remove();
      failed.push(...results.flat());
      options.say(`${shape} ${command}: ${kills.length} kills at ${kase.points.length} points`);
    }
  }
  return { trials, failed };
}

type Kill = Parameters<typeof legacyTrial>[1];

function pointsOf({ points }: LegacyCase, { points: wanted, seed }: LegacyKillOptions): readonly Kill[] {
  const all = points.map((_, index) => ({ point: index + 1 }));
  if (wanted === 'all' || wanted >= all.length) return all;
  const step = all.length / wanted;
  return Array.from({ length: wanted }, (_, at) => ({ point: 1 + ((Math.floor(at * step) + seed) % all.length) }));
}

function timesOf({ random, seed }: LegacyKillOptions, lengthMs: number): readonly Kill[] {
  return Array.from({ length: random }, (_, at) => ({
    afterMs: Math.round((lengthMs * ((at + (seed % 7) / 7) % random)) / random),
  }));
}

async function inPairs<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const results: B[] = [];
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      points: { type: 'string', default: 'all' },
      random: { type: 'string', default: '40' },
      shape: { type: 'string' },
      command: { type: 'string' },
    },
  });
  const report = await legacyKill({
    shapes: Object.keys(SHAPES).filter((name) => values.shape === undefined || name === values.shape),
    commands: COMMANDS.filter((name) => values.command === undefined || name === values.command),
    points: values.points === 'all' ? 'all' : Number(values.points),
    random: Number(values.random),
    seed: Date.now(),
    say: (line) => console.log(line),
  });
  for (const line of report.failed) console.log(line);
  console.log(`${report.trials} kills, ${report.failed.length} problems`);
  process.exitCode = report.failed.length === 0 ? 0 : 1;
}
