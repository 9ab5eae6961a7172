// Git's pack and its index, pure: whole objects, no deltas, version 2 of both formats.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { Bug } from '../../../shared/lib/assert.ts';
import type { NewObject } from './git-objects.ts';

/** An object as a pack holds it. */
export interface PackEntry {
  readonly oid: string;
  /** Type, size and deflated body. */
  readonly bytes: Buffer;
}

export interface Pack {
  /** What git names its files by. */
  readonly name: string;
  readonly pack: Buffer;
  readonly index: Buffer;
}

const TYPES: Readonly<Record<string, number>> = { commit: 1, tree: 2, blob: 3 };
/** Trees and commits are small; git's own default level costs more time than the bytes are worth. */
const LEVEL = 1;
const HEADER_BYTES = 12;
/** From here on an offset would need the index's table of large ones. */
const MAX_BYTES = 0x7fff_ffff;
const INDEX_MAGIC = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);

export function packEntry({ oid, content }: NewObject): PackEntry {
  const space = content.indexOf(0x20);
  const nul = content.indexOf(0);
  const type = TYPES[content.toString('latin1', 0, space)];
  if (type === undefined) throw new Bug(`Object ${oid} is of no kind that a pack holds`);
  const body = content.subarray(nul + 1);
  return { oid, bytes: Buffer.concat([sizeHeader(type, body.length), deflateSync(body, { level: LEVEL })]) };
}

/** Four bits of the size beside the type, then seven a byte, the lowest first. */
function sizeHeader(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 0x0f)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest & 0x7f);
  }
  return Buffer.from(bytes);
}

/** The same entries give the same files. Each object once, at least one. */
export function encodePack(entries: readonly PackEntry[]): Pack {
  const sorted = [...entries].sort((a, b) => (a.oid < b.oid ? -1 : 1));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(sorted.length, 8);
  const body = Buffer.concat([header, ...sorted.map(({ bytes }) => bytes)]);
  if (body.length > MAX_BYTES) throw new Bug(`A pack of ${body.length} bytes was asked for`);
  const sum = createHash('sha1').update(body).digest();
  const name = sum.toString('hex');
  return { name, pack: Buffer.concat([body, sum]), index: encodeIndex(sorted, sum) };
}

function encodeIndex(sorted: readonly PackEntry[], packSum: Buffer): Buffer {
  const fanout = Buffer.alloc(256 * 4);
  const [sums, offsets] = [Buffer.alloc(sorted.length * 4), Buffer.alloc(sorted.length * 4)];
  let offset = HEADER_BYTES;
  for (const [at, { oid, bytes }] of sorted.entries()) {
    const first = Number.parseInt(oid.slice(0, 2), 16);
    fanout.writeUInt32BE(at + 1, first * 4);
    sums.writeUInt32BE(crc32(bytes), at * 4);
    offsets.writeUInt32BE(offset, at * 4);
    offset += bytes.length;
  }
  for (let first = 1; first < 256; first += 1) {
    const before = fanout.readUInt32BE((first - 1) * 4);
    if (fanout.readUInt32BE(first * 4) < before) fanout.writeUInt32BE(before, first * 4);
  }
  const names = sorted.map(({ oid }) => Buffer.from(oid, 'hex'));
  const body = Buffer.concat([INDEX_MAGIC, fanout, ...names, sums, offsets, packSum]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/** The entries of a pack that `encodePack` made, in its order. */
export function packEntries({ pack, index }: Pick<Pack, 'pack' | 'index'>): readonly PackEntry[] {
  const count = pack.readUInt32BE(8);
  const names = INDEX_MAGIC.length + 256 * 4;
  const offsets = names + count * 24;
  const offsetOf = (at: number): number => (at === count ? pack.length - 20 : index.readUInt32BE(offsets + at * 4));
  return Array.from({ length: count }, (_, at) => ({
    oid: index.toString('hex', names + at * 20, names + at * 20 + 20),
    bytes: pack.subarray(offsetOf(at), offsetOf(at + 1)),
  }));
}
