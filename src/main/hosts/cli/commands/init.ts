// `patchbay init`: looks at a repository and writes its project file and a first plan; overwrites nothing.
import { resolve } from 'node:path';
import { type InitReport, initProject } from '../../../projects/init-project.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';

export const addInit: AddCommand = (program, act) => {
  program
    .command('init')
    .description('make a repository a Patchbay project; overwrites nothing')
    .argument('[dir]', 'a folder in the repository (default: the current one)')
    .action(act((call, dir?: string) => init(call, dir)));
};

async function init({ ports, projectDir, out }: Invocation, dir: string | undefined): Promise<number> {
  const folder = dir === undefined ? projectDir : resolve(ports.cwd, dir);
  const report = await initProject(folder, { createRepository: false });
  out.result(report, () => initText(report));
  return 0;
}

function initText(report: InitReport): string {
  return [
    `${report.project_id}: ${report.domain}, profile ${report.profile_id} (${Math.round(report.confidence * 100)} % sure)`,
    ...report.created.map((file) => `  new   ${file}`),
    ...report.skipped.map((file) => `  kept  ${file}`),
    ...report.needs_person.map((question) => `  ! ${question}`),
  ].join('\n');
}
