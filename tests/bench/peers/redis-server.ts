// A Redis of our own on the loopback, with its data in the scratch folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Scratch } from '../scratch.ts';
import { findProgram } from './debian-programs.ts';
import { freePort } from './free-port.ts';

export interface RedisServer {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  stop(): Promise<void>;
}

/** `always` syncs the log of commands on each of them; `no` keeps nothing on the disk. */
export type AppendOnly = 'always' | 'no';

const READY_MS = 15_000;

export async function startRedis(
  scratch: Scratch,
  appendOnly: AppendOnly,
): Promise<RedisServer | { readonly why: string }> {
  const packages = ['redis-tools', 'libjemalloc2', 'liblzf1', 'liblua5.1-0', 'lua-cjson', 'lua-bitop', 'redis-server'];
  const found = findProgram({ program: 'redis-server', folders: ['/usr/sbin'], packages });
  if ('why' in found) return found;
  const dir = mkdtempSync(join(scratch.dir, 'redis-'));
  const env = { ...process.env, ...found.env };
  const version = /v=(\S+)/.exec(execFileSync(found.file, ['--version'], { env, encoding: 'utf8' }))?.[1] ?? 'unknown';
  const port = await freePort();
  const log = appendOnly === 'no' ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', appendOnly];
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--daemonize', 'no', ...log];
  const child = scratch.start(found.file, args, { env, stdio: 'ignore' });
  if (!(await answers(port))) {
    await scratch.end(child);
    return { why: `redis-server ${version} did not answer on port ${port}` };
  }
  return { pid: child.pid ?? 0, port, version, stop: () => scratch.end(child) };
}

async function answers(port: number): Promise<boolean> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await delay(50)) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.once('data', () => socket.destroy());
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(true));
    });
    if (open) return true;
  }
  return false;
}
