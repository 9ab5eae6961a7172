// Reads what is about to be written as if git had it already.
import { bodyOf, type NewObject, typeOf } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';

export function withUnwritten(reader: ObjectReader, objects: readonly NewObject[]): ObjectReader {
  const unwritten = new Map(objects.map((object) => [object.oid, object]));
  return {
    ...reader,
    async read(oid) {
      const object = unwritten.get(oid);
      return object === undefined ? reader.read(oid) : { type: typeOf(object), body: bodyOf(object) };
    },
  };
}
