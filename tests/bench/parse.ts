// `bench parse`: patches are read by our parser, beside a bare count of their lines and, as a peer, jsdiff.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLAIN_APPLY } from '../../src/main/integration/patches/git-apply/git-patch.ts';
import { readGitPatch } from '../../src/main/integration/patches/git-apply/read-git-patch.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median, type PeerCase } from './bench-report.ts';
import { largePatch } from './parse-shapes.ts';
import { installPeer, peerLabel } from './peers/peer-cache.ts';
import { plainCopy } from './plain-copy.ts';

const MEGABYTE = 1_000_000;
const SIZES = [MEGABYTE, 50 * MEGABYTE];
const ROUNDS = 9;
/** One round reads at least so much: a small patch several times. */
const ROUND_BYTES = 20 * MEGABYTE;

/** Values are CPU seconds of this thread for a megabyte, which a busy machine changes least. */
interface ParseCase extends BenchCase {
  readonly megabytesPerSecond: number;
}

/** The whole process, Node itself included. */
interface AloneCase extends BenchCase {
  readonly seconds: number;
  readonly memoryMb: number;
}

type Parser = (patch: Buffer, text: string) => unknown;

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const peer = options.peers ? loadPeer(options) : null;
  const cases: (ParseCase | PeerCase | AloneCase)[] = [];
  for (const size of SIZES) {
    const patch = largePatch(scaled(size, options, 10_000));
    options.say(`${(patch.length / MEGABYTE).toFixed(1)} MB`);
    const measured = measureSize(patch, peer, roundsOf(ROUNDS, options));
    cases.push(caseOf(patch, measured));
    if (peer !== null) cases.push(contest(patch, measured));
    if (size === SIZES.at(-1)) cases.push(parseAlone(patch, measured));
  }
  const last = cases.findLast((one): one is ParseCase => 'megabytesPerSecond' in one);
  if (last === undefined) throw new Error('nothing was measured');
  const peers = Object.fromEntries(cases.flatMap((one) => ('peer' in one ? [[one.name, one.peer]] : [])));
  const { ours, floor, ratio } = last;
  return { name: 'parse', unit: 'CPU seconds per megabyte parsed', ours, floor, peers, ratio, cases };
}

interface Measured {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
  readonly peer: readonly number[];
}

/** By turns; the first round is for the compiler. */
function measureSize(patch: Buffer, peer: Parser | null, rounds: number): Measured {
  const text = patch.toString();
  const times = Math.ceil(ROUND_BYTES / patch.length);
  const measured = { ours: [] as number[], floor: [] as number[], peer: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const note = (list: number[], parse: Parser) => {
      const seconds = cpuOf(() => parse(patch, text), times);
      if (round > 0) list.push(seconds / (patch.length / MEGABYTE));
    };
    note(measured.floor, countLines);
    note(measured.ours, readOurs);
    if (peer !== null) note(measured.peer, peer);
  }
  return measured;
}

function cpuOf(work: () => unknown, times: number): number {
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.threadCpuUsage(before);
  return Math.max(user + system, 1) / 1e6 / times;
}

function countLines(patch: Buffer): number {
  let lines = 0;
  for (let at = patch.indexOf(10); at !== -1; at = patch.indexOf(10, at + 1)) lines += 1;
  return lines;
}

function readOurs(patch: Buffer): void {
  const read = readGitPatch(patch, PLAIN_APPLY);
  if (read.kind !== 'read') throw new Error(read.problem);
}

/** It takes a string: what it costs to make one is not counted against it. */
function loadPeer({ say }: BenchOptions): Parser | null {
  const found = installPeer('diff');
  if ('why' in found) {
    say(`${peerLabel('diff')} is left out: ${found.why}`);
    return null;
  }
  const { parsePatch } = createRequire(join(found.folder, 'package.json'))('diff') as {
    readonly parsePatch: (text: string) => unknown; // of the version in peer-cache.ts
  };
  return (_, text) => parsePatch(text);
}

function caseOf(patch: Buffer, { ours, floor }: Measured): ParseCase {
  return {
    name: `${sizeOf(patch)} parsed`,
    ours: median(ours),
    floor: median(floor),
    ratio: median(ours.map((value, round) => value / (floor[round] ?? Number.NaN))),
    megabytesPerSecond: Math.round(1 / median(ours)),
    note: `${Math.round(1 / median(ours))} MB a second; the floor counts lines at ${Math.round(1 / median(floor))}`,
  };
}

function contest(patch: Buffer, { ours, peer }: Measured): PeerCase {
  const faster = median(peer.map((value, round) => value / (ours[round] ?? Number.NaN)));
  const note = 'one text in, hunks out; the peer keeps every line as a string';
  return { name: `${peerLabel('diff')}, ${sizeOf(patch)}`, ours: median(ours), peer: median(peer), faster, note };
}

/** From a file, in a process that does nothing else. */
function parseAlone(patch: Buffer, { floor }: Measured): AloneCase {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  try {
    const file = join(folder, 'large.patch');
    writeFileSync(file, patch);
    const program = plainCopy(join(import.meta.dirname, 'parse-once.ts'), folder);
    const said = execFileSync(process.execPath, [program, file]);
    const { seconds, memoryMb, beforeMb } = JSON.parse(said.toString()) as Record<
      'seconds' | 'memoryMb' | 'beforeMb',
      number
    >; // what parse-once.ts writes
    const ours = seconds / (patch.length / MEGABYTE);
    return {
      name: `${sizeOf(patch)} in a process of its own`,
      ours,
      floor: median(floor),
      ratio: ours / median(floor),
      seconds,
      memoryMb: Math.round(memoryMb),
      note: `${seconds.toFixed(2)} s by the clock, cold; ${Math.round(memoryMb)} MB at most, ${Math.round(beforeMb)} with the patch read and nothing parsed`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeOf(patch: Buffer): string {
  return patch.length < MEGABYTE
    ? `${Math.round(patch.length / 1000)} kB`
    : `${Math.round(patch.length / MEGABYTE)} MB`;
}
