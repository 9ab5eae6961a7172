// `patchbay serve`: the web host; the first line on stdout is the address with its token.
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { engineEntry, forkEngine } from '../../engine/fork-engine.ts';
import { placeOf } from '../../owner/project-place.ts';
import { projectPaths } from '../../service/project-paths.ts';
import { systemClock } from '../../service/system-clock.ts';
import { openBrowser } from '../../web/open-browser.ts';
import { startWebHost } from '../../web/web-host.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { stderrLog } from '../stderr-log.ts';

interface Given {
  readonly port?: number;
  /** False with `--no-open`. */
  readonly open: boolean;
  readonly readOnly?: boolean;
  readonly maxWorkers?: number;
}

export const addServe: AddCommand = (program, act) => {
  program
    .command('serve')
    .description('open Patchbay in the browser; the first line is the address with its key')
    .argument('[folders...]', 'further projects for the same window: they share workers fairly')
    .option('--read-only', 'look on without changing anything, also where another process owns the project')
    .option('--max-workers <n>', 'tools that may run at once in all projects together', workers)
    .option('--port <n>', 'a fixed port (default: any free one)', portNumber)
    .option('--no-open', 'do not open the browser')
    .action(act((call, folders: readonly string[], given: Given) => serveWeb(call, folders, given)));
};

async function serveWeb(call: Invocation, folders: readonly string[], given: Given): Promise<number> {
  const { ports, projectDir, dataDir, out } = call;
  const { port = 0, open, readOnly = false, maxWorkers = null } = given;
  const also = folders.map((folder) => resolve(ports.cwd, folder));
  // A wrong folder is said here, where a person reads it.
  for (const folder of also) await placeOf(folder, dataDir);
  const { root: ownerDir } = await projectPaths(projectDir, dataDir);
  const entry = engineEntry(ports.appRoot);
  const stopped = Promise.withResolvers<string>();
  const end = ports.onInterrupt(() => stopped.resolve('Stopping.'));
  const host = await startWebHost({
    port,
    appRoot: ports.appRoot,
    ownerDir,
    fork: () =>
      forkEngine(entry, {
        projectDir,
        dataDir,
        ownerDir,
        appRoot: ports.appRoot,
        mode: 'child',
        also,
        readOnly,
        maxWorkers,
      }),
    clock: systemClock,
    log: stderrLog(ports, out),
    onIdle: () => stopped.resolve('Nobody has looked for hours and nothing runs: stopping.'),
  });
  out.line({ url: host.url, port: host.port }, () => host.url);
  out.note('Open that address in a browser on this machine. Ctrl+C stops; a run goes on at the next start.');
  if (open) openBrowser(host.launchUrl());
  out.note(await stopped.promise);
  await host.close();
  end();
  return 0;
}

function workers(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= LIMITS.maxParallelMax) return value;
  throw new InvalidArgumentError(`Give a number from 1 to ${LIMITS.maxParallelMax}.`);
}

function portNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return value;
}
