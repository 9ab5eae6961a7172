// The slice of the crash loop that every test run affords; the whole of it is `npm run crash`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { controlLoop } from './control-loop.ts';
import { BUILT_CLI, crashLoop, describeKill } from './crash-loop.ts';
import { builtCli, runCli } from './crash-process.ts';
import { type CrashProject, type CrashTemplate, checkoutPrint, crashProject, crashTemplate } from './crash-project.ts';
import { proveRun, runIds } from './crash-proof.ts';

/** Together under two minutes on two quiet cores; on busy ones fewer trials fit into the time. */
const POINTS = 18;
const RANDOM = 14;
const MAX_SECONDS = 80;
const LEAST_TRIALS = 8;
const CONTROL = 4;
const CONTROL_SECONDS = 20;

test('runs killed at fail points and at random times converge: nothing lost, nothing double, nothing half', async () => {
  // Another slice every day: other points, other times.
  const seed = Math.floor(Date.now() / 86_400_000);
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const report = await crashLoop({
    cli: BUILT_CLI,
    points: POINTS,
    random: RANDOM,
    seed,
    maxSeconds: MAX_SECONDS,
    say,
  });
  const told = report.failed.map((result) => `${result.name}, ${describeKill(result)}: ${result.problems.join('; ')}`);
  expect(told, lines.join('\n')).toEqual([]);
  expect(report.trials).toBeGreaterThanOrEqual(LEAST_TRIALS);
  expect(report.kills.point).toBeGreaterThan(0);
  expect(report.kills.host + report.kills.group + report.kills.orphans + report.kills.all).toBeGreaterThan(0);
}, 240_000);

test('several runs in one service with commands to all of them: each command counts once, however often it is given', async () => {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const seed = Math.floor(Date.now() / 86_400_000);
  const report = await controlLoop({ cli: BUILT_CLI, trials: CONTROL, seed, maxSeconds: CONTROL_SECONDS, say });
  expect(
    report.failed.map(({ name }) => name),
    lines.join('\n'),
  ).toEqual([]);
  expect(report.trials).toBeGreaterThan(0);
}, 120_000);

let template: CrashTemplate;
let project: CrashProject;
beforeAll(() => {
  builtCli(BUILT_CLI);
  template = crashTemplate();
  project = crashProject(template, 'locks');
});
afterAll(() => {
  template.remove();
  rmSync(project.folder, { recursive: true, force: true });
});

/** The point is well inside the run: some patches are committed, others on their way. */
const MIDDLE = '120';

test('lock files that a killed git left behind do not keep a run from its end', async () => {
  const before = checkoutPrint(project.repository);
  const env = { PATCHBAY_FAIL_AT: MIDDLE };
  const { signal } = await runCli({ cli: BUILT_CLI, project, args: ['run', project.plan], env });
  expect(signal).toBe('SIGKILL');
  const [runId = ''] = runIds(project);
  const git = join(project.repository, '.git');
  // Who holds the lock of all packed refs can be told on Linux only; elsewhere it waits for a person.
  const shared = process.platform === 'linux' ? ['packed-refs.lock'] : [];
  for (const name of [`refs/patchbay/runs/${runId}/head.lock`, ...shared]) plant(join(git, name));
  for (const slot of slotsOf(project)) for (const name of ['index.lock', 'capture-index.lock']) plant(join(slot, name));
  const { exitCode, stderr } = await runCli({ cli: BUILT_CLI, project, args: ['resume', runId] });
  expect(exitCode, stderr).toBe(0);
  expect(await proveRun({ cli: BUILT_CLI, project, template, before }, runId)).toEqual([]);
}, 120_000);

function plant(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
}

/** Private folders of the workspaces. */
function slotsOf({ data }: CrashProject): readonly string[] {
  const projects = join(data, 'projects');
  return readdirSync(projects).flatMap((name) => {
    const folder = join(projects, name, 'workspaces', 'private');
    return readdirSync(folder).map((slot) => join(folder, slot));
  });
}
