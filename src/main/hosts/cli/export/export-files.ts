// Writes the files of an export into its folder and keeps the list of them for the manifest.
import { createHash, hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
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
  lines(path: string, schema: string | null, documents: Iterable<object>): void;
  bytes(path: string, content: Uint8Array): void;
  readonly written: readonly ExportedFile[];
}

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
      written.push({ path, schema, ...writeLines(place(path), documents) });
    },
    bytes: (path, content) => whole(path, content, { schema: null, documents: 0 }),
  };
}

/** Documents are taken one by one: the log of a large run is never in memory as text. */
function writeLines(file: string, documents: Iterable<object>): Pick<ExportedFile, 'documents' | 'bytes' | 'sha256'> {
  const handle = openSync(file, 'wx');
  const digest = createHash('sha256');
  let bytes = 0;
  let count = 0;
  let waiting: string[] = [];
  const flush = () => {
    const content = Buffer.from(waiting.join(''));
    writeFileSync(handle, content);
    digest.update(content);
    bytes += content.byteLength;
    waiting = [];
  };
  try {
    for (const document of documents) {
      count += 1;
      if (waiting.push(`${JSON.stringify(document)}\n`) === LINES_AT_ONCE) flush();
    }
    flush();
  } finally {
    closeSync(handle);
  }
  return { documents: count, bytes, sha256: digest.digest('hex') };
}
