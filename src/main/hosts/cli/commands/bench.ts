// `patchbay bench`: runs one of the benchmarks of a checkout, each beside its floor.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { table } from '../output.ts';
import { usage } from '../report-error.ts';

/** One of them is compared with its floor, or with a peer. */
interface BenchCase {
  readonly name: string;
  readonly ratio?: number;
  /** How many times as fast as the peer. */
  readonly faster?: number;
  readonly note?: string;
}

/** Values are time per unit, lower is better; `ratio` is ours / floor, the median of interleaved rounds. */
export interface BenchReport {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly floor: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly ratio: number;
  readonly cases: readonly BenchCase[];
}

interface Options {
  readonly peers: boolean;
  readonly scale: string;
}

interface BenchModule {
  readonly run?: (options: {
    readonly peers: boolean;
    readonly scale: number;
    readonly say: (line: string) => void;
  }) => Promise<BenchReport>;
}

export const addBench: AddCommand = (program, act) => {
  program
    .command('bench')
    .description('run a benchmark beside its floor (in a checkout)')
    .argument('<name>', 'for example engine or patch')
    .option('--peers', "also measure other people's programs, installed into .cache first", false)
    .option('--scale <fraction>', 'of the full size, above 0 and at most 1', '1')
    .action(act((call, name: string, options: Options) => bench(call, name, options)));
};

async function bench({ ports, out }: Invocation, name: string, { peers, scale }: Options): Promise<number> {
  const folder = join(ports.appRoot, 'tests', 'bench');
  if (!existsSync(folder))
    throw usage('Benchmarks are not part of an installed Patchbay', 'Run this in a checkout.', { folder });
  const file = join(folder, `${name}.ts`);
  const known = readdirSync(folder).filter((entry) => entry.endsWith('.ts') && isBench(join(folder, entry)));
  if (!known.includes(`${name}.ts`)) {
    const names = known.map((entry) => entry.slice(0, -3)).join(', ');
    throw usage(`There is no benchmark '${name}'`, `Use one of: ${names}.`, { name });
  }
  // Node 24 runs TypeScript as it is; a bundle could not import a file that is not part of it.
  const module: BenchModule = await import(pathToFileURL(file).href);
  if (!module.run) throw usage(`${file} is no benchmark: it exports no run()`, 'Use another name.', { name });
  const report = await module.run({ peers, scale: readScale(scale), say: (line) => out.note(line) });
  out.result(report, () => benchText(report));
  return 0;
}

function readScale(text: string): number {
  const scale = Number(text);
  if (text.trim() !== '' && scale > 0 && scale <= 1) return scale;
  throw usage(`--scale is '${text}'`, 'Give a number above 0 and at most 1, for example 0.1.', { scale: text });
}

function benchText(report: BenchReport): string {
  const peers = Object.entries(report.peers).map(([name, value]) => [name, String(value)]);
  const rows = [['ours', String(report.ours)], ['floor', String(report.floor)], ...peers];
  const cases = report.cases.map(({ name, ratio, faster, note }) => {
    const figure = ratio === undefined ? `${faster?.toFixed(1)} times as fast` : `ratio ${ratio.toFixed(2)}`;
    return [name, figure, note ?? ''];
  });
  const all = cases.length === 0 ? '' : `\n\n${table(['case', 'ours / floor', ''], cases)}`;
  return `${table([report.name, report.unit], rows)}\nratio ${report.ratio.toFixed(2)} (ours / floor, lower is better)${all}`;
}

/** Their helpers and floors lie in the same folder. */
function isBench(file: string): boolean {
  return /^export (?:async )?function run\(/m.test(readFileSync(file, 'utf8'));
}
