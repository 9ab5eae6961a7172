// Starts a detached engine for a project and waits until it is the owner.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { fromWireError } from '../../ipc/wire-error.ts';
import { engineLogFile } from '../engine/engine-log.ts';
import type { EngineOptions } from '../engine/engine-message.ts';
import { detachEngine } from '../engine/fork-engine.ts';
import { findOwner } from '../owner/acquire-owner.ts';

const START_MS = 30_000;

/** Rejects with the engine's own error when it could not open the project. An owner that is there already is enough. */
export async function detachOwner(entry: string, options: EngineOptions): Promise<void> {
  if (await findOwner(options.ownerDir)) return;
  const started = new Date().toISOString();
  const child = detachEngine(entry, options);
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  for (const until = performance.now() + START_MS; performance.now() < until; ) {
    if (await findOwner(options.ownerDir)) return;
    if (ended) break;
    await wait(25);
  }
  throw lastError(options.ownerDir, started) ?? noEngine(options.ownerDir);
}

/** The engine's last words in its log, if they were said since `started`. */
function lastError(ownerDir: string, started: string): PatchbayError | null {
  for (const line of readFileSync(engineLogFile(ownerDir), 'utf8').trimEnd().split('\n').reverse()) {
    try {
      const said = JSON.parse(line);
      if (said.at < started) return null;
      if (said.level === 'error' && typeof said.code === 'string') return fromWireError(said);
    } catch {
      // Node's own words about a crash are no JSON.
    }
  }
  return null;
}

function noEngine(ownerDir: string): PatchbayError {
  const log = join(ownerDir, 'logs', 'engine.log');
  return new PatchbayError('E_OWNER_GONE', 'The detached engine did not start', `Read ${log}, then try again.`, {
    log,
  });
}
