// `bench validate`: what the rules say of a patch, its text and all policy, beside git's own look at the same text.
import { spawnSync } from 'node:child_process';
import { openObjectReader } from '../../src/main/integration/git/object-reader.ts';
import { rootTree } from '../../src/main/integration/git/root-tree.ts';
import { readFacts, rulesOn } from '../../src/main/integration/patches/judge-tree.ts';
import { rawChanges } from '../../src/main/integration/patches/raw-changes.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import { toConstraints } from '../../src/shared/plan/effective-policy.ts';
import type { ValidateOrder } from '../../src/shared/ports/integration.ts';
import { captureChange } from '../fakes/capture-change.ts';
import { type IntegrationFixture, integrationFixture } from '../fakes/integration-fixture.ts';
import { createDice } from '../simulation/seeded-random.ts';
import { type BenchOptions, FULL_SIZE, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median, quantile } from './bench-report.ts';

interface Shape {
  readonly name: string;
  readonly files: number;
  /** Changed lines of a file: half of them go, half come. */
  readonly lines: number;
  readonly rounds: number;
}

const SHAPES: readonly Shape[] = [
  { name: '300 lines in 4 files', files: 4, lines: 76, rounds: 100 },
  { name: '1 MB in 180 files', files: 180, lines: 55, rounds: 30 },
];
const WARM_UP = 5;

/** Milliseconds; CPU is that of this process, which a busy machine changes least. */
interface ValidateCase extends BenchCase {
  readonly p95Ms: number;
  readonly p95CpuMs: number;
  /** With the two processes of git that a patch starts: the change list, and the check of the new trees. */
  readonly wholeMs: number;
}

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases: ValidateCase[] = [];
  for (const shape of SHAPES) cases.push(await measureShape(shape, options));
  const [first] = cases;
  if (first === undefined) throw new Error('nothing was measured');
  const { ours, floor, ratio } = first;
  return { name: 'validate', unit: 'milliseconds per patch of 300 lines', ours, floor, peers: {}, ratio, cases };
}

async function measureShape(shape: Shape, options: BenchOptions): Promise<ValidateCase> {
  const files = scaled(shape.files, options, 2);
  const fixture = await integrationFixture(content(files, shape.lines, 'old'));
  try {
    const patch = await captureChange(fixture.git, fixture.base, content(files, shape.lines, 'new'));
    options.say(`${shape.name}: ${patch.diff.length} bytes, ${patch.insertions + patch.deletions} lines`);
    return await measurePatch(shape, { fixture, patch }, scaled(shape.rounds, options, 1));
  } finally {
    await fixture.close();
  }
}

interface Subject {
  readonly fixture: IntegrationFixture;
  readonly patch: CapturedPatch;
}

async function measurePatch({ name }: Shape, { fixture, patch }: Subject, rounds: number): Promise<ValidateCase> {
  const order = orderOf(patch);
  const reader = openObjectReader(fixture.git);
  const trees = {
    base: await rootTree(reader, patch.base),
    raw: await rawChanges(fixture.git, patch.base, patch.tree),
  };
  const measured = { ours: [] as number[], cpu: [] as number[], floor: [] as number[], whole: [] as number[] };
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    const note = (list: number[], value: number) => round >= WARM_UP && list.push(value);
    note(
      measured.floor,
      elapsed(() => gitsLook(fixture, patch)),
    );
    const cpu = process.cpuUsage();
    const started = performance.now();
    const { said } = rulesOn(await readFacts(reader, order, trees), []);
    note(measured.ours, performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    note(measured.cpu, (user + system) / 1000);
    if (said.some(({ findings }) => findings.some(({ rule }) => rule === 'same-result')))
      throw new Error('another result');
    const whole = performance.now();
    await fixture.integration.validate(order);
    note(measured.whole, performance.now() - whole);
  }
  await reader.close();
  const p95 = quantile(measured.ours, 0.95);
  const p95Cpu = quantile(measured.cpu, 0.95);
  return {
    name,
    ours: median(measured.ours),
    floor: median(measured.floor),
    ratio: median(measured.ours.map((value, round) => value / (measured.floor[round] ?? Number.NaN))),
    p95Ms: p95,
    p95CpuMs: p95Cpu,
    wholeMs: median(measured.whole),
    note: `95 of 100 within ${p95.toFixed(1)} ms, ${p95Cpu.toFixed(1)} ms of CPU; ${median(measured.whole).toFixed(1)} ms with git's own processes`,
  };
}

function orderOf({ base, tree, diff }: CapturedPatch): ValidateOrder {
  const scope = { read: [], write: ['src/**'], create: ['src/**'], forbidden: ['src/secret/**'] };
  return { patchId: '01BENCH', base, tree, diff, scope, constraints: toConstraints({}, []) };
}

function elapsed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The least that tells whether a patch is one: git reads it and counts its lines. */
function gitsLook({ repo }: IntegrationFixture, { diff }: CapturedPatch): void {
  const done = spawnSync('git', ['apply', '--numstat', '-'], { cwd: repo.root, input: diff });
  if (done.status !== 0) throw new Error(String(done.stderr));
}

/** Every second line is the same in both versions, as in a change by hand. */
function content(files: number, lines: number, version: string): Readonly<Record<string, string>> {
  const dice = createDice(7);
  const word = () => dice.pick(['value', 'result', 'list', 'index', 'name']);
  const line = (file: number, at: number) => {
    const own = at % 2 === 0 ? version : 'kept';
    return `export const ${word()}${file}_${at} = compute('${own}', ${dice.between(1, 999)}, [${word()}0, ${word()}1]);\n`;
  };
  const whole = (file: number) => Array.from({ length: lines }, (_, at) => line(file, at)).join('');
  return Object.fromEntries(
    Array.from({ length: files }, (_, file) => [`src/part${file % 12}/file${file}.ts`, whole(file)]),
  );
}
