// A process of its own that parses one patch and says what it took: only there is the peak of memory that of the parser.
import { readFileSync } from 'node:fs';
import { PLAIN_APPLY } from '../../src/main/integration/patches/git-apply/git-patch.ts';
import { streamFiles } from '../../src/main/integration/patches/git-apply/read-git-patch.ts';
import { cursorOf } from '../../src/main/integration/patches/patch-cursor.ts';

const patch = readFileSync(process.argv[2] ?? '');
const before = peakMb();
const started = process.hrtime.bigint();
let hunks = 0;
for (const file of streamFiles(cursorOf(patch), PLAIN_APPLY)) hunks += file.hunks.length;
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
process.stdout.write(JSON.stringify({ hunks, seconds, memoryMb: peakMb(), beforeMb: before }));

/** Linux keeps it for the program itself; what `resourceUsage` says begins with the size of the parent. */
function peakMb(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss() / 1024 ** 2;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
}
