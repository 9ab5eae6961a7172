// Many trials with several runs in one service and commands to all of them, each killed at another place.
import { createDice } from '../simulation/seeded-random.ts';
import { type ControlResult, controlTrial } from './control-trial.ts';
import { builtCli, KILL_FORMS } from './crash-process.ts';
import { crashTemplate } from './crash-project.ts';
import type { Kill } from './crash-trial.ts';

export interface ControlLoopOptions {
  readonly cli: string;
  readonly trials: number;
  readonly seed: number;
  /** Only the trial of this name. */
  readonly only?: string;
  /** No trial begins later than this. */
  readonly maxSeconds?: number;
  readonly say: (line: string) => void;
}

export interface ControlLoopReport {
  readonly trials: number;
  /** That met a living process. */
  readonly kills: number;
  readonly failed: readonly ControlResult[];
}

export async function controlLoop(options: ControlLoopOptions): Promise<ControlLoopReport> {
  const { cli, trials, seed, only, maxSeconds = Number.POSITIVE_INFINITY, say } = options;
  builtCli(cli);
  const begun = performance.now();
  const template = crashTemplate();
  const results: ControlResult[] = [];
  try {
    const clean = await controlTrial({ cli, template, name: 'control:clean', kill: null });
    tell(say, options, clean);
    if (clean.problems.length > 0) return { trials: 1, kills: 0, failed: [clean] };
    for (let at = 0; at < trials && performance.now() - begun < maxSeconds * 1_000; at += 1) {
      const name = `control:${at}`;
      if (only !== undefined && only !== name) continue;
      const result = await controlTrial({ cli, template, name, kill: killOf(seed, at, clean) });
      results.push(result);
      tell(say, options, result);
    }
  } finally {
    template.remove();
  }
  const failed = results.filter(({ problems }) => problems.length > 0);
  const kills = results.reduce((sum, result) => sum + result.kills, 0);
  return { trials: results.length, kills, failed };
}

/** At a fail point and at a random time in turn, the forms of the second kind in turn, too. */
function killOf(seed: number, at: number, clean: ControlResult): Kill {
  const dice = createDice(seed * 100_003 + at);
  if (at % 2 === 0) return { kind: 'point', point: dice.between(1, clean.points) };
  const form = KILL_FORMS[Math.floor(at / 2) % KILL_FORMS.length] ?? 'host';
  return { kind: 'time', form, ms: Math.round(dice.next() * clean.firstMs), againMs: null };
}

function tell(say: (line: string) => void, { seed, trials, cli }: ControlLoopOptions, result: ControlResult): void {
  if (result.problems.length === 0) return;
  say(`FAILED ${result.name}`);
  for (const problem of result.problems) say(`  ${problem}`);
  say(`  Its folder is kept: ${result.folder}`);
  const again = `--points 0 --random 0 --control ${trials} --seed ${seed} --only ${result.name} --cli ${cli}`;
  say(`  Again: node tests/crash/crash-loop.ts ${again}`);
}
