// Reads `service.json` of the folder of data: what all runs and projects of this machine's service share.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../shared/domain/limits.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { CapacityLimits, ToolLimits } from '../../shared/ports/capacity.ts';

export const SERVICE_FILE = 'service.json';

const TOOLS_MAX = 100;
const RATE_MAX = 10_000;

/** The defaults where there is no such file. Throws `E_SCHEMA` with place, value and what is allowed. */
export function readServiceSettings(dataDir: string): CapacityLimits {
  const file = join(dataDir, SERVICE_FILE);
  if (!existsSync(file)) return { seats: LIMITS.serviceWorkers, tools: {} };
  const settings = objectAt(file, '', parse(file), ['max_workers', 'tools']);
  const seats = settings.max_workers;
  return {
    seats: seats === undefined ? LIMITS.serviceWorkers : countAt(file, 'max_workers', seats, LIMITS.maxParallelMax),
    tools: toolsAt(file, settings.tools ?? {}),
  };
}

function toolsAt(file: string, value: unknown): Readonly<Record<string, ToolLimits>> {
  const tools = objectAt(file, 'tools', value, null);
  const names = Object.keys(tools);
  if (names.length > TOOLS_MAX) throw refused(file, 'tools', `${names.length} tools`, `at most ${TOOLS_MAX} tools`);
  const limits = names.map((name): readonly [string, ToolLimits] => {
    const place = `tools.${name}`;
    const { max_parallel: parallel, starts_per_minute: starts } = objectAt(file, place, tools[name], [
      'max_parallel',
      'starts_per_minute',
    ]);
    return [
      name,
      {
        ...(parallel === undefined
          ? {}
          : { maxParallel: countAt(file, `${place}.max_parallel`, parallel, LIMITS.maxParallelMax) }),
        ...(starts === undefined
          ? {}
          : { startsPerMinute: countAt(file, `${place}.starts_per_minute`, starts, RATE_MAX) }),
      },
    ];
  });
  return Object.fromEntries(limits);
}

function parse(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new PatchbayError('E_SYNTAX', `${file} is not JSON: ${why}`, 'Mend it, or remove it for the defaults.', {
      file,
    });
  }
}

/** `known` null lets any name through. */
function objectAt(
  file: string,
  place: string,
  value: unknown,
  known: readonly string[] | null,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(file, place, value, 'an object');
  const record: Readonly<Record<string, unknown>> = { ...value };
  const other = known === null ? undefined : Object.keys(record).find((name) => !known.includes(name));
  if (other === undefined) return record;
  throw refused(file, place === '' ? other : `${place}.${other}`, record[other], `one of ${known?.join(', ')}`);
}

function countAt(file: string, place: string, value: unknown, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw refused(file, place, value, `a whole number from 1 to ${max}`);
}

function refused(file: string, place: string, value: unknown, allowed: string): PatchbayError {
  const shown = JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
  const message = `${file}: ${place === '' ? 'the whole' : place} is ${shown}, but has to be ${allowed}.`;
  return new PatchbayError('E_SCHEMA', message, 'Mend it, or remove the file for the defaults.', { file, place });
}
