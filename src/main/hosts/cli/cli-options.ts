// The options every command has, and what follows from them.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { baseDataFolder } from '../owner/base-data-folder.ts';
import type { CliPorts, Session, SessionOrder } from './cli-ports.ts';
import { type Output, output } from './output.ts';

export interface Invocation {
  readonly ports: CliPorts;
  readonly out: Output;
  readonly projectDir: string;
  readonly dataDir: string;
}

export function addGlobalOptions(program: Command): void {
  program
    .option('--project <dir>', 'a git repository (default: the current folder)')
    .option('--data <dir>', "where Patchbay keeps its data (default: the app's data folder, or PATCHBAY_DATA)")
    .option('--json', 'stdout holds exactly one JSON document')
    .option('--quiet', 'say nothing but results and errors')
    .option('--no-color', 'no colours');
}

export function invocation(command: Command, ports: CliPorts): Invocation {
  const options = command.optsWithGlobals<{
    project?: string;
    data?: string;
    json?: boolean;
    quiet?: boolean;
    color?: boolean;
  }>();
  return {
    ports,
    out: output(ports, {
      json: options.json === true,
      quiet: options.quiet === true,
      color: options.color !== false && !ports.env.NO_COLOR,
    }),
    projectDir: resolve(ports.cwd, options.project ?? '.'),
    dataDir: options.data ? resolve(ports.cwd, options.data) : baseDataFolder(),
  };
}

/** Opens a session for the time of `work`. */
export async function withSession<T>(
  { ports, projectDir, dataDir }: Invocation,
  need: SessionOrder['need'],
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await ports.openSession({ projectDir, dataDir, need });
  try {
    return await Promise.race([work(session), session.fault]);
  } finally {
    await session.close();
  }
}
