// A tool that misbehaves on request: the first argument says how, the others with what. Run by Node itself, in its workspace.

import { isUtf8 } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const [mode = '', ...rest] = process.argv.slice(2);
const [first = ''] = rest;
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const forever = (): unknown => setInterval(() => {}, 1_000);

/** Ends once the daemon has written its number, and `ms` later. */
function leaveWhenWritten(ms: number): void {
  setInterval(() => {
    if (existsSync(first)) setTimeout(() => process.exit(0), ms);
  }, 20);
}

/** Starts a copy of this tool in a session of its own whose parent ends at once. */
function daemon(env: NodeJS.ProcessEnv): void {
  spawn(process.execPath, [import.meta.filename, 'fork-and-leave', first], { detached: true, stdio: 'ignore', env });
}

const MODES: Readonly<Record<string, () => unknown>> = {
  hang: forever,
  'hang-ignoring-sigterm': () => {
    process.on('SIGTERM', () => {});
    process.stdout.write('ready\n');
    forever();
  },
  flood: () => {
    const block = Buffer.alloc(1024 * 1024, 'y\n');
    for (let written = 0; written < 1024; written += 1) writeSync(1, block);
  },
  'long-line': () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    for (let written = 0; written < 50; written += 1) writeSync(1, block);
  },
  'invalid-utf8': () => writeSync(1, Buffer.from([0x66, 0xff, 0xfe, 0x00, 0xc3, 0x28, 0x0a])),
  chatter: () => setInterval(() => process.stdout.write('.'), 20),
  exit: () => process.exit(Number(first)),
  environment: () => process.stdout.write(JSON.stringify(process.env)),
  stdin: () => process.stdin.pipe(process.stdout),
  'ignore-stdin': () => process.exit(0),
  child: () => {
    spawn(process.execPath, [import.meta.filename, 'hang-writing-pid', first], { stdio: 'inherit' });
    forever();
  },
  'hang-writing-pid': () => {
    writeFileSync(first, String(process.pid));
    forever();
  },
  'fork-and-leave': () => {
    spawn(process.execPath, [import.meta.filename, 'hang-writing-pid', first], { detached: true, stdio: 'ignore' });
    process.exit(0);
  },
  daemon: () => daemon(process.env),
  'daemon-holding-output': () => {
    spawn(process.execPath, [import.meta.filename, 'hang-writing-pid', first], { detached: true, stdio: 'inherit' });
    leaveWhenWritten(0);
  },
  // Leaves its session and its mark, but not before it was seen as a child.
  'unmarked-daemon': () => {
    const clean = { PATH: process.env.PATH ?? '' };
    const script = `require('fs').writeFileSync(${JSON.stringify(first)},String(process.pid));setInterval(()=>{},1e3)`;
    spawn(process.execPath, ['-e', script], { detached: true, stdio: 'ignore', env: clean }).unref();
    leaveWhenWritten(1_500);
  },
  'kill-parent': () => {
    process.kill(process.ppid, 'SIGKILL');
    forever();
  },
  'kill-parent-group': () => {
    const found = spawnSync('ps', ['-o', 'pgid=', '-p', String(process.ppid)], { encoding: 'utf8' });
    process.kill(-Number(found.stdout.trim()), 'SIGKILL');
    forever();
  },
  edit: () => writeFileSync(first, rest.slice(1).join(' ')),
  'edit-and-hang': () => {
    writeFileSync(first, 'partial\n');
    process.stdout.write('ready\n');
    forever();
  },
  'edit-and-fail': () => {
    writeFileSync(first, 'half done\n');
    process.exit(3);
  },
  'write-outside': () => {
    writeFileSync('../outside.txt', 'outside');
    writeFileSync('../../outside-too.txt', 'outside');
    writeFileSync('inside.txt', 'inside\n');
  },
  'delete-everything': () => {
    for (const name of readdirSync('.')) rmSync(name, { recursive: true, force: true });
  },
  'delete-workspace': () => {
    const here = process.cwd();
    process.chdir('/');
    rmSync(here, { recursive: true, force: true });
  },
  'replace-workspace-by-link': () => {
    const here = process.cwd();
    process.chdir('/');
    rmSync(here, { recursive: true, force: true });
    symlinkSync(first, here);
  },
  'git-as-file': () => {
    rmSync('.git', { recursive: true, force: true });
    writeFileSync('.git', 'gitdir: /etc\n');
    writeFileSync('new.txt', 'new\n');
  },
  'git-as-link': () => {
    rmSync('.git', { recursive: true, force: true });
    symlinkSync('/etc', '.git');
    writeFileSync('new.txt', 'new\n');
  },
  'special-files': () => {
    spawnSync('mkfifo', ['pipe', 'a.txt.fifo']);
    rmSync('a.txt', { force: true });
    spawnSync('mkfifo', ['a.txt']);
    spawnSync('mknod', ['device', 'c', '1', '3']);
    writeFileSync('new.txt', 'new\n');
  },
  /** Says how many such names it finds, then makes a file, a folder and a repository of such names. */
  'names-of-bytes': () => {
    const found = readdirSync('.', 'buffer').filter((name) => !isUtf8(name));
    process.stdout.write(`found ${found.length}`);
    const [folder, repository] = [bytes('folder-\xe9'), bytes('repository-\xe9')];
    for (const path of [folder, repository]) mkdirSync(path);
    spawnSync('git', ['init', '-q', 'made-here']);
    renameSync('made-here/.git', Buffer.concat([repository, bytes('/.git')]));
    rmdirSync('made-here');
    for (const path of [folder, repository]) writeFileSync(Buffer.concat([path, bytes('/inside.txt')]), 'x\n');
    writeFileSync(bytes('caf\xe9.txt'), 'x\n');
    writeFileSync('new.txt', 'new\n');
  },
  'nested-repository': () => {
    mkdirSync('nested');
    writeFileSync('nested/inner.txt', 'inner\n');
    spawnSync('git', ['init', '-q', 'nested']);
    spawnSync('git', ['init', '-q', 'src']);
    mkdirSync('empty-repository');
    spawnSync('git', ['init', '-q', 'empty-repository']);
  },
  'read-only': () => {
    mkdirSync('locked');
    writeFileSync('locked/file.txt', 'locked\n');
    writeFileSync('secret.txt', 'nobody reads this\n');
    chmodSync('secret.txt', 0o000);
    chmodSync('locked', 0o555);
  },
  'many-files': () => {
    for (let index = 0; index < Number(first); index += 1) {
      const file = join('many', String(index % 100), `${index}.txt`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${index}\n`);
    }
  },
};

const run = MODES[mode];
if (!run) throw new Error(`unknown mode ${mode}`);
run();
