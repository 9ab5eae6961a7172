// Git's object formats, pure: trees, commits and object names.
import { createHash } from 'node:crypto';
import type { TreeEntry } from '../../../shared/ports/git.ts';

export interface NewObject {
  readonly oid: string;
  /** Header and body, not compressed. */
  readonly content: Buffer;
}

/** Names are latin1 strings of their bytes, so that any byte survives. */
export interface NamedEntry extends TreeEntry {
  readonly name: string;
}

export interface CommitFields {
  readonly tree: string;
  readonly parents: readonly string[];
  /** `Name <mail>`; author and committer alike. */
  readonly identity: string;
  readonly atSeconds: number;
  readonly message: string;
}

export const ZERO_OID = '0'.repeat(40);
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const TREE_MODE = '40000';

export function objectOf(type: 'blob' | 'tree' | 'commit', body: Buffer): NewObject {
  const content = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  return { oid: createHash('sha1').update(content).digest('hex'), content };
}

/** Without the header. */
export function bodyOf({ content }: NewObject): Buffer {
  return content.subarray(content.indexOf(0) + 1);
}

export function typeOf({ content }: NewObject): string {
  return content.toString('latin1', 0, content.indexOf(0x20));
}

export function parseTree(body: Buffer): readonly NamedEntry[] {
  const entries: NamedEntry[] = [];
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(0x20, at);
    const nul = body.indexOf(0, space);
    const oid = body.toString('hex', nul + 1, nul + 21);
    entries.push({ mode: body.toString('latin1', at, space), name: body.toString('latin1', space + 1, nul), oid });
    at = nul + 21;
  }
  return entries;
}

/** Sorts as git does: a folder compares as if its name ended in `/`. */
export function treeOf(entries: Iterable<NamedEntry>): NewObject {
  const key = (entry: NamedEntry) => (isFolder(entry) ? `${entry.name}/` : entry.name);
  const sorted = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const parts = sorted.flatMap((entry) => [
    Buffer.from(`${entry.mode} ${entry.name}\0`, 'latin1'),
    Buffer.from(entry.oid, 'hex'),
  ]);
  return objectOf('tree', Buffer.concat(parts));
}

export function isFolder(entry: TreeEntry): boolean {
  return entry.mode === TREE_MODE;
}

export function commitOf(fields: CommitFields): NewObject {
  const stamp = `${fields.identity} ${fields.atSeconds} +0000`;
  const message = fields.message.endsWith('\n') ? fields.message : `${fields.message}\n`;
  const parents = fields.parents.map((parent) => `parent ${parent}\n`).join('');
  return objectOf(
    'commit',
    Buffer.from(`tree ${fields.tree}\n${parents}author ${stamp}\ncommitter ${stamp}\n\n${message}`),
  );
}

/** The tree that a commit's body names. */
export function treeOfCommit(body: Buffer): string {
  return body.toString('latin1', 5, 45);
}

/** Its parents, which follow the tree line by line. */
export function parentsOfCommit(body: Buffer): readonly string[] {
  const parents: string[] = [];
  for (let at = 46; body.toString('latin1', at, at + 7) === 'parent '; at += 48) {
    parents.push(body.toString('latin1', at + 7, at + 47));
  }
  return parents;
}
