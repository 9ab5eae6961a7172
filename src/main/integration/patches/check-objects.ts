// Git's own strict check (`fsck`) of the trees that a patch brings into being, without a look at the rest of the repository.
import { createHash, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Git } from '../../../shared/ports/git.ts';
import { readTree } from '../git/diff-trees.ts';
import { EMPTY_TREE, isFolder } from '../git/git-objects.ts';
import type { GitObject, ObjectReader } from '../git/object-reader.ts';

interface Ports {
  readonly git: Git;
  readonly reader: ObjectReader;
}

const TYPES: Readonly<Record<string, number>> = { commit: 1, tree: 2, blob: 3 };
/** git looks into files of such names, under any spelling that a file system takes for them. */
const READ_BY_GIT = /git|^\.gi/i;
/** What git leaves beside the pack, depending on its version. */
const LEFT_OVER = ['', '.idx', '.rev', '.keep'];
const MAX_SAID = 20;

/** What git finds wrong with what is new in `tree`, a line each; empty where all is sound. */
export async function checkObjects({ git, reader }: Ports, base: string, tree: string): Promise<readonly string[]> {
  const objects: GitObject[] = [];
  await collect(reader, [base, tree], objects);
  if (objects.length === 0) return [];
  const pack = join(git.shadowDir, `check-${randomUUID()}.pack`);
  try {
    await writeFile(pack, packOf(objects));
    const args = ['index-pack', '--fsck-objects', '-o', `${pack}.idx`, pack];
    const { exitCode, stderr } = await git.run(args, { on: 'shadow', ok: [0, 1, 128] });
    if (exitCode === 0) return [];
    const said = stderr.split('\n').filter((line) => /^(?:error|fatal|warning): /.test(line));
    return said.slice(0, MAX_SAID).map((line) => line.replace(/^\w+: /, ''));
  } finally {
    await Promise.all(LEFT_OVER.map((end) => rm(pack + end, { force: true })));
  }
}

/** Trees that differ from their place in the base, and the files below them that git itself reads. */
async function collect(
  reader: ObjectReader,
  [before, after]: readonly [string, string],
  objects: GitObject[],
): Promise<void> {
  if (before === after || after === EMPTY_TREE) return;
  const [old, now, object] = await Promise.all([readTree(reader, before), readTree(reader, after), reader.read(after)]);
  if (object !== null) objects.push(object);
  for (const entry of now.values()) {
    const was = old.get(entry.name);
    if (was?.oid === entry.oid) continue;
    if (isFolder(entry)) {
      await collect(reader, [was !== undefined && isFolder(was) ? was.oid : EMPTY_TREE, entry.oid], objects);
    } else if (entry.mode !== '160000' && READ_BY_GIT.test(entry.name)) {
      const blob = await reader.read(entry.oid);
      if (blob !== null) objects.push(blob);
    }
  }
}

/** Git's pack format: a head, each object with type and size before its deflated bytes, and a checksum. */
function packOf(objects: readonly GitObject[]): Buffer {
  const unique = [
    ...new Map(objects.map((object) => [`${object.type} ${object.body.toString('latin1')}`, object])).values(),
  ];
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(unique.length, 8);
  const body = Buffer.concat([
    head,
    ...unique.flatMap((object) => [headOf(object), deflateSync(object.body, { level: 1 })]),
  ]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** Four bits of the size, then seven in each byte that follows. */
function headOf({ type, body }: GitObject): Buffer {
  const bytes = [((TYPES[type] ?? 0) << 4) | (body.length & 0x0f)];
  for (let rest = Math.floor(body.length / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest & 0x7f);
  }
  return Buffer.from(bytes);
}
