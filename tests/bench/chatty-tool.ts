// A tool that talks in JSON lines: 100 a second until a file appears, or so many bytes as fast as they are taken.
import { existsSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Ten portions of ten lines a second, as of tools that flush now and then. */
const PORTIONS = 10;
const LINES = 10;

/** Small programs where they are there: two hundred Nodes would measure the machine's memory. */
export function talkArgv(stopFile: string): readonly string[] {
  if (!existsSync('/usr/bin/perl')) return [process.execPath, '--no-warnings', import.meta.filename, 'talk', stopFile];
  const script = '$| = 1; my ($stop, $text) = @ARGV; until (-e $stop) { print $text; select undef, undef, undef, 0.1 }';
  return ['/usr/bin/perl', '-e', script, stopFile, lines(LINES)];
}

export function floodArgv(folder: string, bytes: number): readonly string[] {
  if (process.platform === 'win32')
    return [process.execPath, '--no-warnings', import.meta.filename, 'flood', String(bytes)];
  const file = `${folder}/lines-${bytes}.jsonl`;
  const text = lines(400);
  writeFileSync(file, text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes));
  return ['cat', file];
}

async function talk(stopFile: string): Promise<void> {
  for (; !existsSync(stopFile); await delay(1_000 / PORTIONS)) process.stdout.write(lines(LINES));
}

function flood(bytes: number): void {
  const block = Buffer.from(lines(400));
  for (let left = bytes; left > 0; ) {
    try {
      left -= writeSync(1, block, 0, Math.min(block.length, left));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error; // the reader is behind: once more
    }
  }
}

/** About 150 bytes each, as the lines of a coding tool's own stream. */
function lines(count: number): string {
  const lineOf = (seq: number) => {
    const delta = { type: 'text_delta', text: `word ${seq} of what a tool says while it works` };
    return `${JSON.stringify({ type: 'stream_event', seq, session: '01BENCH', event: { index: 0, delta } })}\n`;
  };
  return Array.from({ length: count }, (_, n) => lineOf(n)).join('');
}

if (process.argv[1] === import.meta.filename) {
  const [mode = '', what = ''] = process.argv.slice(2);
  if (mode === 'talk') await talk(what);
  else flood(Number(what));
}
