// A stand-in for the engine that starts one hanging tool with a daemon, prints its helper's number, and waits to be killed.
import { join } from 'node:path';
import { createSpawn } from '../../src/main/execution/spawn/create-spawn.ts';
import { forkHelper } from '../../src/main/execution/spawn/fork-helper.ts';
import { realClock } from './real-clock.ts';
import { EVIL_TOOL, HELPER_FILE } from './spawn-fixture.ts';

const [folder = '', pidFile = ''] = process.argv.slice(2);
const channel = forkHelper(HELPER_FILE);
const spawn = createSpawn({ startHelper: () => channel, clock: realClock, log: () => {} });
spawn.start({
  id: `orphan-${process.pid}`,
  argv: [process.execPath, EVIL_TOOL, 'child', pidFile],
  cwd: folder,
  env: { PATH: process.env.PATH ?? '' },
  stdin: '',
  stdoutFile: join(folder, 'orphan.out'),
  stderrFile: join(folder, 'orphan.err'),
  maxOutputBytes: 1_000_000,
  wallMs: 60_000,
  idleMs: null,
  graceMs: 5_000,
});
process.stdout.write(String(channel.pid));
