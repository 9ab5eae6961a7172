// The program `patchbay`: the command line on the real machine.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERRORS, PatchbayError } from '../../../shared/lib/errors.ts';
import { engineEntry } from '../engine/fork-engine.ts';
import { openLegacyLibrary } from '../service/open-legacy-library.ts';
import { projectPaths } from '../service/project-paths.ts';
import { readHistory } from '../service/read-history.ts';
import { askTerminal } from './ask-terminal.ts';
import type { CliPorts, SessionOrder, TextSink } from './cli-ports.ts';
import { detachOwner } from './detach-owner.ts';
import { openSession } from './open-session.ts';
import { runCli } from './run-cli.ts';
import { stderrLog } from './stderr-log.ts';

const OLDEST_NODE = 22;

await main();

async function main(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    process.stderr.write(
      `Patchbay needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. In a checkout use: npm run -s patchbay -- …\n`,
    );
    process.exitCode = 4;
    return;
  }
  process.stdout.on('error', leaveUnheard);
  const code = await runCli(process.argv.slice(2), machinePorts());
  // Whatever timer or socket is still open must not keep a finished command; but its last words must be out.
  process.stdout.write('', (error) => {
    // A file on a full disk is heard of here, a pipe by the event.
    if (error) leaveUnheard(error);
    process.stderr.write('', () => process.exit(code));
  });
}

function machinePorts(): CliPorts {
  const appRoot = findAppRoot();
  const { version }: { version: string } = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8'));
  const stderr = sink(process.stderr);
  const log = stderrLog({ stderr, env: process.env }, { quiet: process.argv.includes('--quiet') });
  return {
    cwd: userFolder(),
    env: process.env,
    appRoot,
    version,
    stdout: sink(process.stdout),
    stderr,
    onInterrupt,
    ask: process.stdin.isTTY && process.stderr.isTTY ? askTerminal : null,
    exit: (code) => process.exit(code),
    openLegacy: openLegacyLibrary,
    readHistory: (order) => readHistory({ ...order, appRoot }),
    openSession: (order) => openSession(order, { appRoot, log }),
    detachEngine: (order) => detach(order, appRoot),
  };
}

/** A reader that has seen enough (`| head`) is no fault; an answer that went into a full disk is one. */
function leaveUnheard(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`E_DISK: The answer could not be written: ${error.message}\nFree some space, then ask again.\n`);
  process.exit(ERRORS.E_DISK.exit);
}

async function detach({ projectDir, dataDir }: SessionOrder, appRoot: string): Promise<void> {
  const { root: ownerDir } = await projectPaths(projectDir, dataDir);
  await detachOwner(engineEntry(appRoot), {
    projectDir,
    dataDir,
    ownerDir,
    appRoot,
    mode: 'detached',
    also: [],
    readOnly: false,
    maxWorkers: null,
  });
}

/** `npm run` changes to the checkout's folder; relative names mean the folder the user is in. */
function userFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: before } = process.env;
  return script === 'patchbay' && before ? before : process.cwd();
}

function sink(stream: NodeJS.WriteStream): TextSink {
  return { write: (text) => void stream.write(text), isTty: stream.isTTY === true };
}

function onInterrupt(listener: (signal: string) => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

/** The folder with our package.json, above the built program and above the source alike. */
function findAppRoot(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    const name = nameOf(join(at, 'package.json'));
    if (name === 'patchbay') return at;
  }
  throw new PatchbayError('E_FILE_UNREADABLE', "Patchbay's own folder was not found", 'Install it again.', {
    from: import.meta.url,
  });
}

function nameOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).name;
  } catch {
    return undefined;
  }
}
