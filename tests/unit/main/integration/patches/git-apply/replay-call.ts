// Puts one recorded call to our own parser and applier, and compares verdict and result with git's.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from '../../../../../../src/main/integration/patches/git-apply/apply-patch.ts';
import { readGitPatch } from '../../../../../../src/main/integration/patches/git-apply/read-git-patch.ts';
import { filesBase, indexBase, type RecordedBase } from './recorded-base.ts';
import type { RecordedCall } from './recorded-call.ts';

export type Compared =
  | { readonly kind: 'same' }
  | { readonly kind: 'inexpressible'; readonly why: string }
  /** `dangerous`: we would make a change that git does not make. */
  | { readonly kind: 'different'; readonly dangerous: boolean; readonly what: string };

const EMPTY_BLOB = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';
const REWRITES = /^\s*(?:whitespace|ignorewhitespace)\s*=/im;

export async function replayCall(call: RecordedCall, scratch: string): Promise<Compared> {
  const { folder, asked } = call;
  const [before, after] = [join(scratch, 'pre'), join(scratch, 'post')];
  unpack(join(folder, 'pre.tar'), before);
  const root = join(before, call.cwd);
  if (call.cwd !== '.' && !existsSync(join(root, '.git'))) {
    return { kind: 'inexpressible', why: 'is run in a folder of the repository; the product applies at its root' };
  }
  const config = join(root, '.git/config');
  if (existsSync(config) && REWRITES.test(readFileSync(config, 'utf8'))) {
    return { kind: 'inexpressible', why: 'has `apply.whitespace` in the configuration of its repository' };
  }
  const file = call.patchFile === null ? join(folder, 'stdin') : join(root, call.patchFile);
  const patch = existsSync(file) ? readFileSync(file) : null;
  if (patch === null) return call.accepted ? different('the patch is missing', false) : { kind: 'same' };
  if (asked.what === 'text') return compareText(call, patch);
  if (asked.from === 'index' && holdsIntentions(join(root, '.git/index'))) {
    return { kind: 'inexpressible', why: 'starts from an index with files that are only meant to be added (`add -N`)' };
  }
  const base = asked.from === 'index' ? indexBase(root) : filesBase(root);
  const applied = await applyPatch(patch, base, asked.options);
  const isEmpty = applied.kind === 'refused' && applied.problem === 'No patch in this file';
  const accepts = applied.kind === 'applied' || (isEmpty && asked.allowEmpty);
  if (applied.kind === 'refused' && !accepts) {
    return call.accepted ? different(`we refuse: line ${applied.line}: ${applied.problem}`, false) : { kind: 'same' };
  }
  if (!call.accepted) return different('git refuses', true);
  if (asked.what === 'check' || applied.kind === 'refused') return { kind: 'same' };
  unpack(join(folder, 'post.tar'), after);
  const now = join(after, call.cwd);
  const wrong = firstDifference(
    { base, made: applied.files, patch },
    asked.from === 'index' ? indexBase(now) : filesBase(now),
  );
  return wrong === null ? { kind: 'same' } : different(`another result: ${wrong}`, true);
}

function compareText(call: RecordedCall, patch: Buffer): Compared {
  const read = readGitPatch(patch, call.asked.options);
  if ((read.kind === 'read') === call.accepted) return { kind: 'same' };
  return read.kind === 'read' ? different('git refuses', true) : different(`we refuse: ${read.problem}`, false);
}

interface Ours {
  readonly base: RecordedBase;
  readonly made: Extract<Awaited<ReturnType<typeof applyPatch>>, { kind: 'applied' }>['files'];
  readonly patch: Buffer;
}

function firstDifference({ base, made, patch }: Ours, wanted: RecordedBase): string | null {
  const expected = new Map([...base.files, ...made]);
  for (const path of new Set([...expected.keys(), ...wanted.files.keys()])) {
    const [ours, gits] = [expected.get(path) ?? null, wanted.files.get(path) ?? null];
    if (ours?.oid === gits?.oid && ours?.mode === gits?.mode) continue;
    // The shell of the recording had made it for what git says on its standard error.
    if (ours?.oid === EMPTY_BLOB && !patch.includes(Buffer.from(path, 'latin1'))) continue;
    return `${path} is ${ours?.mode} ${ours?.oid}, with git ${gits?.mode} ${gits?.oid}`;
  }
  return null;
}

/** Only such entries need the third version of the index. */
function holdsIntentions(index: string): boolean {
  return existsSync(index) && readFileSync(index).readUInt32BE(4) >= 3;
}

function different(what: string, dangerous: boolean): Compared {
  return { kind: 'different', dangerous, what };
}

function unpack(archive: string, into: string): void {
  mkdirSync(into, { recursive: true });
  const done = spawnSync('tar', ['xf', archive, '-C', into, '--no-same-owner']);
  if (done.status !== 0) throw new Error(`${archive}: ${done.stderr}`);
}
