// `patchbay sample`: makes the sample project, a small repository with a plan to try.
import { join, resolve } from 'node:path';
import { makeSample } from '../../../projects/make-sample.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';

export const addSample: AddCommand = (program, act) => {
  program
    .command('sample')
    .description('make the sample project, a small repository with a plan to try')
    .argument('[dir]', 'a folder that does not exist yet (default: in the data folder)')
    .action(act((call, dir?: string) => sample(call, dir)));
};

async function sample({ ports, dataDir, out }: Invocation, dir: string | undefined): Promise<number> {
  const to = dir === undefined ? join(dataDir, 'sample') : resolve(ports.cwd, dir);
  const { root, created } = await makeSample({ from: join(ports.appRoot, 'resources', 'sample'), to });
  out.result({ root, created }, () => (created ? `Made ${root}` : `${root} is there already`));
  return 0;
}
