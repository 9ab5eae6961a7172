// `bench discover`: what `init` finds out about a large repository, beside `git ls-files` alone.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discover } from '../../src/main/projects/discovery/discover.ts';
import { readRepository } from '../../src/main/projects/discovery/read-repository.ts';
import { type BenchCase, type BenchReport, interleave } from './bench-report.ts';

const SIZES = [1_000, 50_000];
const ROUNDS = 7;
const LIST = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];

export async function run(): Promise<BenchReport> {
  const cases: BenchCase[] = [];
  for (const files of SIZES) cases.push(await measureSize(files));
  const last = cases.at(-1);
  if (last === undefined) throw new Error('no case was measured');
  const { ours, floor, ratio } = last;
  return { name: 'discover', unit: 'milliseconds per repository', ours, floor, peers: {}, ratio, cases };
}

async function measureSize(files: number): Promise<BenchCase> {
  const root = mkdtempSync(join(tmpdir(), 'patchbay-discover-'));
  try {
    fill(root, files);
    const ours = async () => timed(async () => discover(await readRepository(root)).files);
    const floor = () => timed(async () => execFileSync('git', LIST, { cwd: root, maxBuffer: 1 << 28 }).length);
    await ours();
    const result = await interleave(ROUNDS, { ours, floor });
    return { name: `${files} files`, ...result, note: 'the floor lists the files and does nothing with them' };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Python, TypeScript, Markdown, YAML and files without an ending, 50 in a folder; each tenth folder has a manifest. */
function fill(root: string, files: number): void {
  const endings = ['.py', '.ts', '.md', '.yaml', ''];
  for (let n = 0; n < files; n += 1) {
    const folder = Math.floor(n / 50);
    const isManifest = n % 500 === 0;
    const name = isManifest ? 'package.json' : `file${n}${endings[n % endings.length]}`;
    const path = join(root, `part${Math.floor(folder / 20)}`, `folder${folder}`, name);
    if (n % 50 === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, isManifest ? '{"scripts":{"test":"node --test"}}' : `content of ${n}\n`.repeat(20));
  }
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  execFileSync('git', ['add', '-A'], { cwd: root });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from) / 1e6;
}
