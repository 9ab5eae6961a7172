// `patchbay init`: looks at a repository, picks a profile, writes a project file and a first plan; overwrites nothing.
import { join, resolve } from 'node:path';
import { directEditPlaces } from '../../../../shared/plan/direct-edit-places.ts';
import { DIRECT_EDITS_END } from '../../../../shared/plan/project-flags.ts';
import type { InitReport } from '../../../projects/bootstrap/init-report.ts';
import { probeTools } from '../../../projects/bootstrap/probe-tools.ts';
import { initProject } from '../../../projects/init-project.ts';
import { projectPaths } from '../../service/project-paths.ts';
import { systemClock } from '../../service/system-clock.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { nearbySettings } from '../nearby-settings.ts';
import type { Output } from '../output.ts';

interface InitWords {
  readonly profile?: string;
  readonly yes?: boolean;
  readonly uet?: boolean;
}

/** A question stays open; it was broken off. */
const WAITS = 3;
const INTERRUPTED = 130;

export const addInit: AddCommand = (program, act) => {
  program
    .command('init')
    .description('make a repository a Patchbay project; overwrites nothing')
    .argument('[dir]', 'a folder in the repository (default: the current one)')
    .option('--profile <id>', 'take this profile in place of the one that fits the files')
    .option('--yes', 'take the most likely profile without asking')
    .option('--uet', 'write PROJECT_PROFILE.yaml and config/router.config.yaml of the framework, too')
    .action(act((call, dir: string | undefined, words: InitWords) => init(call, dir, words)));
};

async function init(call: Invocation, dir: string | undefined, words: InitWords): Promise<number> {
  const { ports, projectDir, dataDir, out } = call;
  const folder = dir === undefined ? projectDir : resolve(ports.cwd, dir);
  const { ask } = ports;
  let isBroken = false;
  const askPerson = async (question: string) => {
    const answer = (await ask?.(question)) ?? null;
    isBroken = answer === null;
    return answer;
  };
  const set = await initProject(folder, {
    createRepository: false,
    appRoot: ports.appRoot,
    probeTools,
    at: new Date(systemClock.now()).toISOString(),
    reportFolder: async (root) => join((await projectPaths(root, dataDir)).root, 'bootstrap'),
    ...(words.profile === undefined ? {} : { profileId: words.profile }),
    accept: words.yes === true,
    framework: words.uet === true,
    ...(ask === null || out.json ? {} : { ask: askPerson }),
  });
  const report = { ...set, needs_person: [...set.needs_person, ...directEdits(set.root)] };
  out.result(report, () => initText(report, out));
  if (report.decided) return 0;
  return isBroken ? INTERRUPTED : WAITS;
}

function initText(report: InitReport, out: Output): string {
  const { imported } = report;
  const questions = report.needs_person.map((question) => `  ${out.paint('yellow', '!')} ${question}`);
  if (!report.decided) return [`${report.root}: undecided`, ...because(report), ...questions].join('\n');
  const sure = Math.round(report.confidence * 100);
  return [
    `${report.project_id}: ${report.domain}, profile ${report.profile_id} (${sure} % sure)`,
    ...because(report),
    ...(report.areas.length > 1 ? report.areas.map((area) => `  area  ${area.path}: ${area.profile_id}`) : []),
    ...report.gates.map((gate) => `  gate  ${gate.gate_id}: ${gate.command.join(' ')}  (${gate.from})`),
    ...(imported === null
      ? []
      : [
          `  from  ${imported.file}`,
          ...imported.mapped.map((one) => `          ${one.from} → ${one.to}`),
          ...imported.dropped.map((one) => `          ${one.from} is not taken over: ${one.reason}`),
        ]),
    ...report.fixes.map((fix) => `  fixed ${fix}`),
    ...report.created.map((file) => `  new   ${file}`),
    ...report.skipped.map((file) => `  kept  ${file}`),
    ...questions,
  ].join('\n');
}

function because({ reasons }: InitReport): readonly string[] {
  return reasons.map((reason) => `  why   ${reason}`);
}

/** A project file that was there already may allow what ends soon. */
function directEdits(root: string): readonly string[] {
  const { settings } = nearbySettings(root);
  const places = settings === null ? [] : directEditPlaces(settings.flags);
  if (places.length === 0) return [];
  return [
    `Unprotected: patchbay.yaml allows direct edits (${places.map(({ path }) => path).join(', ')}), which end after ${DIRECT_EDITS_END}; docs/migrating.md shows the way to patches.`,
  ];
}
