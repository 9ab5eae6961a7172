// POST /auth: exchanges the token for the session cookie.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSession } from './web-session.ts';

const MAX_BODY_BYTES = 1_024;

export interface SignInRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly session: WebSession;
  readonly port: number;
}

/** 204 with the cookie, or 401, 413, 415, 429. */
export async function answerSignIn({ request, response, session, port }: SignInRequest): Promise<void> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return end(response, 415);
  const body = await readBody(request);
  if (body === null) return end(response, 413);
  const result = session.signIn(tokenOf(body), port);
  if (result.kind === 'accepted') return end(response, 204, { 'Set-Cookie': result.cookie });
  if (result.kind === 'locked') return end(response, 429, { 'Retry-After': String(result.retrySeconds) });
  end(response, 401);
}

/** Null when it is too large; what came in until then is forgotten. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return ''; // the client hung up; nobody reads the answer
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tokenOf(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && 'token' in parsed ? parsed.token : undefined;
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  const close: Record<string, string> = status === 413 ? { Connection: 'close' } : {};
  response.writeHead(status, { 'Cache-Control': 'no-store', ...close, ...headers });
  response.end();
}
