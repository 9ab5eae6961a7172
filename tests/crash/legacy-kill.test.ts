// The slice of the kills of migrations that every test run affords; all of them: `npm run crash:legacy`.
import { expect, test } from 'vitest';
import { legacyKill, SHAPES } from './legacy-kill.ts';
import { COMMANDS } from './legacy-trial.ts';

const POINTS = 10;
const MAX_SECONDS = 45;
const LEAST_TRIALS = 12;

test('migrations killed at their statements leave the old or the new database, and complete when done again', async () => {
  // Another shape and other statements every day.
  const day = Math.floor(Date.now() / 86_400_000);
  const names = Object.keys(SHAPES);
  const lines: string[] = [];
  const report = await legacyKill({
    shapes: [names[day % names.length] ?? 'oldest'],
    commands: COMMANDS,
    points: POINTS,
    random: 2,
    seed: day,
    maxSeconds: MAX_SECONDS,
    say: (line) => void lines.push(line),
  });
  expect(report.failed, lines.join('\n')).toEqual([]);
  expect(report.trials).toBeGreaterThanOrEqual(LEAST_TRIALS);
}, 120_000);
