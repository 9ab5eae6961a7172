// Remembers which trees a gate let pass, so that it is not asked twice about the same one.
import { createHash, randomBytes } from 'node:crypto';
import { lstat, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateOutcome } from '../../../shared/domain/gate.ts';
import type { GateOrder } from '../../../shared/ports/integration.ts';

export interface GateCache {
  find(key: string): Promise<GateOutcome | null>;
  /**
   * Only a pass is kept. A failure may come from beside the tree, such as a service that was down or a flaky test: kept,
   * it would fail every later attempt and every later run that comes to the same tree, after the cause was mended.
   */
  keep(key: string, outcome: GateOutcome): Promise<void>;
}

const MAX_ENTRIES = 500;
const MAX_COPIED_BYTES = 4 * 1024 * 1024;

/**
 * Same definition, tree, set-up, copied files and environment, same answer. Null where the gate wants to be asked each
 * time, or depends on what is too much to be looked at.
 */
export async function gateKey(
  order: GateOrder,
  environment: Readonly<Record<string, string>>,
  checkout: string,
): Promise<string | null> {
  const { gate, tree, setup } = order;
  if (gate.cache === false) return null;
  const copied = await Promise.all(setup.copyIgnored.map((path) => hashFile(join(checkout, path))));
  if (copied.includes('unknown')) return null;
  const sorted = Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([gate, tree, setup, copied, sorted, ...seenBy(order)]))
    .digest('hex');
}

/** The gate that is built in judges what changed since the base, and not what a person approved of. */
function seenBy({ gate, base, waived }: GateOrder): readonly unknown[] {
  return gate.builtIn === true ? [base, waived ?? []] : [];
}

/** Of a file that is copied into workspaces from beside the tree. */
async function hashFile(path: string): Promise<string> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return 'absent';
  if (!found.isFile() || found.size > MAX_COPIED_BYTES) return 'unknown';
  const content = await readFile(path).catch(() => null);
  return content === null ? 'unknown' : createHash('sha256').update(content).digest('hex');
}

/** Kept in memory and in one file below `artifactsDir`; an unreadable file is an empty cache. */
export function openGateCache(artifactsDir: string): GateCache {
  const path = join(artifactsDir, 'gate-cache.json');
  const loaded = load(path);
  let saving: Promise<void> = Promise.resolve();
  return {
    find: async (key) => (await loaded).get(key) ?? null,
    async keep(key, outcome) {
      if (outcome.verdict !== 'passed') return;
      const entries = await loaded;
      entries.delete(key);
      entries.set(key, outcome);
      for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - MAX_ENTRIES)))
        entries.delete(oldest);
      // A cache that cannot be written costs time, not truth.
      saving = saving.then(() => save(path, entries)).catch(() => undefined);
      await saving;
    },
  };
}

async function load(path: string): Promise<Map<string, GateOutcome>> {
  try {
    const rows: unknown = JSON.parse(await readFile(path, 'utf8'));
    return new Map(Array.isArray(rows) ? rows.filter(isRow) : []);
  } catch {
    return new Map();
  }
}

function isRow(row: unknown): row is readonly [string, GateOutcome] {
  if (!Array.isArray(row) || typeof row[0] !== 'string') return false;
  const outcome: unknown = row[1];
  if (typeof outcome !== 'object' || outcome === null || !('verdict' in outcome) || !('tail' in outcome)) return false;
  return outcome.verdict === 'passed' && typeof outcome.tail === 'string';
}

async function save(path: string, entries: ReadonlyMap<string, GateOutcome>): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(temporary, JSON.stringify([...entries]));
  await rename(temporary, path);
}
