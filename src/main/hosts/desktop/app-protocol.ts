// Answers `app://` from the built screens: a list made once, the right type, and the security headers.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SECURITY_HEADERS } from '../web/security-headers.ts';
import { resolveAppUrl } from './resolve-app-url.ts';

/** A handler for `protocol.handle`. */
export function appProtocol(folder: string): (request: Request) => Promise<Response> {
  const listed = listFiles(folder);
  return async (request) => {
    const file = request.method === 'GET' ? resolveAppUrl(request.url, listed) : null;
    if (file === null) return new Response('There is no such file.', { status: 404, headers: SECURITY_HEADERS });
    const body = await readFile(join(folder, file.path));
    return new Response(new Uint8Array(body), {
      headers: { ...SECURITY_HEADERS, 'Content-Type': file.contentType },
    });
  };
}

function listFiles(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
}
