// Git's delta: the sizes of both sides, then copies from the old content and literal insertions.
import { LIMITS } from '../../../shared/domain/limits.ts';

/** Null where the delta is for another content, is damaged, or makes more than a patch may. */
export function applyDelta(delta: Buffer, old: Buffer): Buffer | null {
  const [oldSize, afterOld] = readSize(delta, 0);
  const [newSize, start] = readSize(delta, afterOld);
  if (oldSize !== old.length || newSize > LIMITS.binaryMaxBytes) return null;
  const result = Buffer.alloc(newSize);
  let made = 0;
  for (let at = start; at < delta.length; ) {
    const code = delta[at] ?? 0;
    at += 1;
    if (code === 0) return null;
    if (code < 0x80) {
      if (at + code > delta.length || made + code > newSize) return null;
      made += delta.copy(result, made, at, at + code);
      at += code;
      continue;
    }
    const [offset, afterOffset] = readBits(delta, at, code & 0x0f);
    const [bits, next] = readBits(delta, afterOffset, (code >> 4) & 0x07);
    at = next;
    const size = bits === 0 ? 0x10000 : bits;
    if (offset + size > old.length || made + size > newSize) return null;
    made += old.copy(result, made, offset, offset + size);
  }
  return made === newSize ? result : null;
}

function readSize(delta: Buffer, from: number): readonly [number, number] {
  let size = 0;
  let at = from;
  for (let weight = 1; at < delta.length; weight *= 128) {
    const byte = delta[at] ?? 0;
    at += 1;
    size += (byte & 0x7f) * weight;
    if (byte < 0x80) break;
  }
  return [size, at];
}

/** One byte for each set bit, lowest first. */
function readBits(delta: Buffer, from: number, bits: number): readonly [number, number] {
  let value = 0;
  let at = from;
  for (let place = 0; place < 4; place += 1) {
    if ((bits & (1 << place)) === 0) continue;
    value += (delta[at] ?? 0) * 2 ** (8 * place);
    at += 1;
  }
  return [value, at];
}
