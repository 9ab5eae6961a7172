// The value at a JSON pointer.
import { unescapePointer } from '../uet/json-pointer.ts';

/** Undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let node = root;
  for (const part of pointer.split('/').slice(1).map(unescapePointer)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return undefined;
    node = Reflect.get(node, part);
  }
  return node;
}
