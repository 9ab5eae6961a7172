// Writes the files of an export into its folder and keeps the list of them for the manifest.
import { createHash, hash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of an export; `path` has `/` on every system. */
export interface ExportedFile {
  readonly path: string;
  /** Schema of the documents in it; null for what is not a document. */
  readonly schema: string | null;
  readonly documents: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ExportFiles {
  /** One document, indented for people. */
  document(path: string, schema: string, document: object): void;
  /** JSON Lines: a document a line. */
  lines(path: string, schema: string | null, documents: readonly object[]): void;
  bytes(path: string, content: Uint8Array): void;
  readonly written: readonly ExportedFile[];
}

/** Lines that are written at once: a long log is never one string. */
const LINES_AT_ONCE = 1_000;

export function exportFiles(folder: string): ExportFiles {
  const written: ExportedFile[] = [];
  const place = (path: string) => {
    const file = join(folder, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  const whole = (path: string, content: Uint8Array, about: Pick<ExportedFile, 'schema' | 'documents'>) => {
    writeFileSync(place(path), content, { flag: 'wx' });
    written.push({ path, ...about, bytes: content.byteLength, sha256: hash('sha256', content, 'hex') });
  };
  return {
    written,
    document: (path, schema, document) =>
      whole(path, Buffer.from(`${JSON.stringify(document, null, 2)}\n`), { schema, documents: 1 }),
    lines: (path, schema, documents) => {
      const file = place(path);
      const digest = createHash('sha256');
      let bytes = 0;
      writeFileSync(file, '', { flag: 'wx' });
      for (let at = 0; at < documents.length; at += LINES_AT_ONCE) {
        const part = documents.slice(at, at + LINES_AT_ONCE).map((document) => `${JSON.stringify(document)}\n`);
        const content = Buffer.from(part.join(''));
        appendFileSync(file, content);
        digest.update(content);
        bytes += content.byteLength;
      }
      written.push({ path, schema, documents: documents.length, bytes, sha256: digest.digest('hex') });
    },
    bytes: (path, content) => whole(path, content, { schema: null, documents: 0 }),
  };
}
