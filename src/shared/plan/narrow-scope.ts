// Scopes combined from phase to task: the nearest level that names files wins, and must lie within those above it.
import { covers } from '../lib/glob.ts';
import type { DraftLevel, DraftScope } from './draft.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { Scope } from './plan.ts';
import { meantGlob } from './read-policy-fields.ts';

export interface NarrowedScope {
  readonly scope: Scope;
  /** Place of the level that named the files to write; null while none has. */
  readonly owner: ScopeOwner | null;
  /** The same of the files to read. */
  readonly reader: ScopeOwner | null;
}

export interface ScopeOwner {
  readonly pointer: string;
  readonly noun: DraftLevel['noun'];
  readonly id: string;
}

export const ANYWHERE: NarrowedScope = {
  scope: { read: [], write: [], create: [], forbidden: [] },
  owner: null,
  reader: null,
};

/**
 * Adds one level's own scope. Globs that provably lie outside the level above are faults; where that cannot be proved
 * the patch validator decides on the files themselves.
 */
export function narrowScope(
  above: NarrowedScope,
  level: DraftLevel,
): { readonly narrowed: NarrowedScope; readonly findings: readonly Finding[] } {
  if (isSilent(level.scope)) return { narrowed: above, findings: [] };
  const legacy: Finding[] = [];
  const own = meantScope(level.scope, legacy);
  const { read, write } = own;
  const create = own.create ?? (write && creatable(above.scope, write));
  const named = write !== null || create !== null;
  const nothing = named && (write ?? []).length === 0 && (create ?? []).length === 0;
  const scope: Scope = {
    read: read ?? above.scope.read,
    write: write ?? above.scope.write,
    create: create ?? above.scope.create,
    // Two empty lists mean "anywhere" in a plan; a level that says "nothing" therefore forbids everything.
    forbidden: [...new Set([...above.scope.forbidden, ...(own.forbidden ?? []), ...(nothing ? ['**'] : [])])],
  };
  const self = { pointer: level.pointer, noun: level.noun, id: level.id };
  const owner = named ? self : above.owner;
  const reader = read !== null ? self : above.reader;
  const findings = [
    ...legacy,
    ...outside(above, level, own),
    ...(named && !nothing ? shutOut(scope, level, [...(write ?? []), ...(own.create ?? [])]) : []),
  ];
  return { narrowed: { scope, owner, reader }, findings };
}

/** Most levels say nothing: then what is above holds as it is, and is kept once. */
function isSilent({ read, write, create, forbidden }: DraftScope): boolean {
  return read === null && write === null && create === null && forbidden === null;
}

/** Globs in one form; regular expressions of older files as the globs they mean. */
function meantScope(scope: DraftScope, findings: Finding[]): DraftScope {
  const meant = (key: 'read' | 'write' | 'create' | 'forbidden') =>
    scope[key]?.flatMap((text, index) => meantGlob(text, `${scope.pointer}/${key}/${index}`, findings) ?? []) ?? null;
  return {
    pointer: scope.pointer,
    read: meant('read'),
    write: meant('write'),
    create: meant('create'),
    forbidden: meant('forbidden'),
  };
}

/** Of files named to be written, those that the level above does not clearly forbid to create. */
function creatable(above: Scope, write: readonly string[]): readonly string[] {
  if (above.create.length === 0 && above.write.length === 0) return write;
  return write.filter((glob) => covers(above.create, glob) !== 'no');
}

function outside(above: NarrowedScope, level: DraftLevel, own: DraftScope): readonly Finding[] {
  return (['read', 'write', 'create'] as const).flatMap((key) => {
    const limit = above.scope[key];
    if (limit.length === 0) return [];
    return (own[key] ?? []).flatMap((glob, index) => {
      if (covers(limit, glob) !== 'no') return [];
      return errorFinding('E_LOOSENED', {
        path: `${level.scope.pointer}/${key}/${index}`,
        message: `${level.noun} \`${level.id}\` may ${key} \`${glob}\`, but ${above.owner ? `${above.owner.noun} \`${above.owner.id}\`` : 'the level above'} allows only ${limit.map((one) => `\`${one}\``).join(', ')}.`,
        advice: `Name files within that, or widen the scope above: a level may only narrow.`,
      });
    });
  });
}

/** Everything the level names is forbidden: it could never write a file. */
function shutOut(scope: Scope, level: DraftLevel, named: readonly string[]): readonly Finding[] {
  if (named.length === 0 || !named.every((glob) => covers(scope.forbidden, glob) === 'yes')) return [];
  return [
    errorFinding('E_SCOPE_EMPTY', {
      path: level.scope.pointer,
      message: `${level.noun} \`${level.id}\` may write nothing: all its files (${named.join(', ')}) are forbidden.`,
      advice: `Forbidden here: ${scope.forbidden.join(', ')}. Name other files, or lift that.`,
    }),
  ];
}
