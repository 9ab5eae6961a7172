// The claim files that make exactly one process the owner of a project's data folder.
//
// A claim is `owner.lock/<number>.json`; the highest number is the owner. A claim is made by linking a finished file
// to the next number, which the file system grants to one process only, so two processes that both find a dead owner
// cannot both take its place. The highest claim is never deleted, only marked as released: no number is used twice.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OwnerRecord {
  readonly pid: number;
  /** See process-start.ts; null where the platform does not tell. */
  readonly processStart: string | null;
  readonly socket: string;
  readonly token: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

export interface Claim {
  readonly number: number;
  /** Null when it was released or is damaged. */
  readonly record: OwnerRecord | null;
}

const folderOf = (dataDir: string) => join(dataDir, 'owner.lock');
const fileOf = (dataDir: string, number: number) => join(folderOf(dataDir), `${String(number).padStart(8, '0')}.json`);

/** The claim that counts; number 0 when there never was one. */
export function highestClaim(dataDir: string): Claim {
  const number = highestNumber(dataDir);
  if (number === 0) return { number, record: null };
  try {
    const parsed: unknown = JSON.parse(readFileSync(fileOf(dataDir, number), 'utf8'));
    return { number, record: isRecord(parsed) ? parsed : null };
  } catch {
    return { number, record: null };
  }
}

/** True when this process now holds claim `number` and it is the highest. */
export function tryClaim(dataDir: string, number: number, record: OwnerRecord): boolean {
  const target = fileOf(dataDir, number);
  if (!createExclusively(dataDir, target, `${JSON.stringify(record)}\n`)) return false;
  // Somebody far ahead may have cleared away this number after we had read it.
  if (highestNumber(dataDir) !== number) {
    rmSync(target, { force: true });
    return false;
  }
  forgetLower(dataDir, number);
  writeOwnerFile(dataDir, record);
  return true;
}

/** Gives the claim up. It must be ours. */
export function releaseClaim(dataDir: string, number: number): void {
  rmSync(join(dataDir, 'owner.json'), { force: true });
  const draft = writeDraft(dataDir, '{"released":true}\n');
  renameSync(draft, fileOf(dataDir, number));
}

export function prepareClaims(dataDir: string): void {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
}

function highestNumber(dataDir: string): number {
  let highest = 0;
  for (const name of listClaims(dataDir)) highest = Math.max(highest, Number(name.slice(0, 8)));
  return highest;
}

function listClaims(dataDir: string): readonly string[] {
  try {
    return readdirSync(folderOf(dataDir)).filter((name) => /^\d{8}\.json$/.test(name));
  } catch {
    return []; // no folder: nobody ever owned it
  }
}

function createExclusively(dataDir: string, target: string, text: string): boolean {
  const draft = writeDraft(dataDir, text);
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    // FAT, exFAT and some network drives know no links; an exclusive create of so short a file is the next best thing.
    return createDirectly(target, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createDirectly(target: string, text: string): boolean {
  try {
    writeFileSync(target, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function writeDraft(dataDir: string, text: string): string {
  const draft = join(folderOf(dataDir), `draft-${process.pid}-${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  return draft;
}

function forgetLower(dataDir: string, number: number): void {
  for (const name of listClaims(dataDir)) {
    if (Number(name.slice(0, 8)) < number) rmSync(join(folderOf(dataDir), name), { force: true });
  }
}

/** `owner.json` is for people and for other programs; the claims decide. */
function writeOwnerFile(dataDir: string, record: OwnerRecord): void {
  const draft = writeDraft(dataDir, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(draft, join(dataDir, 'owner.json'));
}

function isRecord(value: unknown): value is OwnerRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, socket, token } = value as Record<string, unknown>; // read as unknown, checked here
  return Number.isSafeInteger(pid) && typeof socket === 'string' && typeof token === 'string';
}
