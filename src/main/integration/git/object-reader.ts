// Reads objects and their sizes through two long-lived `git cat-file` processes.
import { Bug } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { RepositoryGit } from './create-git.ts';
import { longProcess } from './long-process.ts';

export interface ObjectHeader {
  readonly type: string;
  readonly bytes: number;
}

export interface GitObject {
  readonly type: string;
  readonly body: Buffer;
}

export interface ObjectReader {
  /**
   * Null where the object does not exist; one that was read before may have been pruned since. Requests are answered in
   * order and may be issued without waiting.
   */
  read(oid: string): Promise<GitObject | null>;
  header(oid: string): Promise<ObjectHeader | null>;
  close(): Promise<void>;
}

interface Waiting {
  readonly oid: string;
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (fault: PatchbayError) => void;
}

export function openObjectReader(git: RepositoryGit): ObjectReader {
  const contents = batch(git, '--batch');
  const headers = batch(git, '--batch-check');
  const kept = keepSome();
  return {
    async read(oid) {
      const known = kept.get(oid);
      if (known !== null) return known;
      const object = await contents.ask(oid);
      if (object !== null && object.type !== 'blob') kept.put(oid, object);
      return object;
    },
    async header(oid) {
      const found = await headers.ask(oid);
      return found === null ? null : { type: found.type, bytes: Number(found.body.toString('latin1')) };
    },
    close: async () => {
      await Promise.all([contents.end(), headers.end()]);
    },
  };
}

const KEPT_BYTES = 16 * 1024 * 1024;

/** Trees and commits read last: a name says all of an object, so what is kept can never be out of date. */
function keepSome() {
  const objects = new Map<string, GitObject>();
  let bytes = 0;
  return {
    get(oid: string): GitObject | null {
      const object = objects.get(oid);
      if (object === undefined) return null;
      objects.delete(oid);
      objects.set(oid, object);
      return object;
    },
    put(oid: string, object: GitObject): void {
      if (objects.has(oid) || object.body.length > KEPT_BYTES / 8) return;
      objects.set(oid, object);
      bytes += object.body.length;
      for (const [oldest, { body }] of objects) {
        if (bytes <= KEPT_BYTES) break;
        objects.delete(oldest);
        bytes -= body.length;
      }
    },
  };
}

function batch(git: RepositoryGit, mode: '--batch' | '--batch-check') {
  const waiting: Waiting[] = [];
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 1;

  function onOutput(chunk: Buffer): void {
    chunks.push(chunk);
    held += chunk.length;
    // Bytes of a large object are joined once, when all are here.
    if (held < wanted) return;
    let buffer = chunks.length === 1 ? chunk : Buffer.concat(chunks, held);
    for (;;) {
      const answer = takeAnswer(buffer, mode);
      wanted = answer.needed;
      if (answer.rest === null) break;
      buffer = answer.rest;
      waiting.shift()?.resolve(answer.object);
    }
    chunks = buffer.length === 0 ? [] : [buffer];
    held = buffer.length;
  }

  function onEnd(why: string): void {
    chunks = [];
    held = 0;
    wanted = 1;
    const advice = 'Try again; if it stays, run `git fsck` in the repository.';
    for (const { oid, reject } of waiting.splice(0)) {
      reject(new PatchbayError('E_GIT', `git cat-file ended while ${oid} was read: ${why}`, advice, { oid, why }));
    }
  }

  const child = longProcess(git.invocation(['cat-file', mode], { on: 'shadow' }), { onOutput, onEnd });
  return {
    end: () => child.end(),
    ask(oid: string): Promise<GitObject | null> {
      if (!/^[0-9a-f]{40}$/.test(oid)) throw new Bug(`Not an object name: ${oid}`);
      return new Promise((resolve, reject) => {
        waiting.push({ oid, resolve, reject });
        child.write(`${oid}\n`);
      });
    },
  };
}

interface Answer {
  readonly object: GitObject | null;
  /** Null while the answer is not whole. */
  readonly rest: Buffer | null;
  /** Bytes that must be held before another look is worth it. */
  readonly needed: number;
}

function takeAnswer(buffer: Buffer, mode: '--batch' | '--batch-check'): Answer {
  const end = buffer.indexOf(10);
  if (end === -1) return { object: null, rest: null, needed: buffer.length + 1 };
  const [, type = 'missing', size] = buffer.toString('latin1', 0, end).split(' ');
  if (size === undefined) return { object: null, rest: buffer.subarray(end + 1), needed: 1 };
  if (mode === '--batch-check') {
    return { object: { type, body: Buffer.from(size, 'latin1') }, rest: buffer.subarray(end + 1), needed: 1 };
  }
  const whole = end + 1 + Number(size) + 1;
  if (buffer.length < whole) return { object: null, rest: null, needed: whole };
  // Copied: a view would keep the whole chunk alive.
  const body = Buffer.from(buffer.subarray(end + 1, whole - 1));
  return { object: { type, body }, rest: buffer.subarray(whole), needed: 1 };
}
