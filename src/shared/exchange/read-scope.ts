// File scopes under all of their names → `resource_scope`: lists, groups, separators of Windows, expressions in place of globs.
import { readPattern } from '../lib/legacy-pattern.ts';
import { asRecord } from '../plan/read-json.ts';
import { only } from './expected-form.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { inOrder } from './in-order.ts';
import { type FieldReader, type FieldReading, type FieldTable, plainCopy, readFields } from './read-fields.ts';
import { itemsOf, type SourceItem, SourceRecord } from './source-record.ts';

/** A list of an old bundle names what its tool may change; a group names each access. */
export function scopeAs(name: string): FieldReader {
  return only('list or group', (field) => {
    const { source, key, value, from, trace } = field;
    if (key !== name && source.has(name)) return trace.drop(from, value, `\`${name}\` says it already.`);
    const record = SourceRecord.of({ value, place: from });
    const scope = scopeIn(field, name, key === name ? undefined : `\`${key}\` is \`${name}\` here.`);
    if (record !== null) readFields(record, scope, ACCESS, trace);
    else addGlobs(scope, 'write', { ...field, note: 'The old list names what may be changed.' });
    inOrder(scope, ORDER);
  });
}

/** `files_create` of an old bundle stands beside its scope. */
export function createAs(name: string): FieldReader {
  return only('texts', (field) => {
    const scope = scopeIn(field, name, undefined);
    addGlobs(scope, 'create', { ...field, note: 'Files that are made.' });
    inOrder(scope, ORDER);
  });
}

const ORDER = ['type', 'read', 'write', 'create', 'forbidden'];

/** The scope that another field has begun already, or a new one. */
function scopeIn({ target, from, trace }: FieldReading, name: string, note: string | undefined): PlanRecord {
  const own = target[name];
  if (asRecord(own) !== null) return own as PlanRecord; // records of the plan are ours to write
  const scope = trace.begin(from, note);
  target[name] = scope;
  return scope;
}

const globsAs =
  (name: string): FieldReader =>
  (field) =>
    addGlobs(
      field.target,
      name,
      field.key === name ? field : { ...field, note: `\`${field.key}\` is \`${name}\` here.` },
    );

const ACCESS: FieldTable = {
  read: globsAs('read'),
  reads: globsAs('read'),
  read_only: globsAs('read'),
  write: globsAs('write'),
  writes: globsAs('write'),
  modify: globsAs('write'),
  edit: globsAs('write'),
  create: globsAs('create'),
  creates: globsAs('create'),
  forbidden: globsAs('forbidden'),
  forbidden_paths: globsAs('forbidden'),
  strict: ({ key, value, from, trace }) => {
    trace.drop(from, value, 'A plan has limits for a patch, not for one file.');
    trace.ask(
      from,
      `\`${key}\` limits single files and was left out.`,
      'Set `constraints.patch` where the limit must hold.',
    );
  },
};

interface GlobField extends FieldReading {
  readonly note?: string;
}

function addGlobs(scope: PlanRecord, name: string, { value, from, trace, note }: GlobField): void {
  const items = itemsOf({ value: typeof value === 'string' ? [value] : value, place: from });
  if (items.length === 0 && !Array.isArray(value)) {
    return trace.set(scope, name, plainCopy({ value, place: from }, trace), { from });
  }
  const before = scope[name];
  const globs = [...(Array.isArray(before) ? before : []), ...items.map((item) => readGlob(item, trace))];
  const words = note ?? (typeof value === 'string' ? 'One entry became a list.' : undefined);
  trace.set(scope, name, globs, words === undefined ? { from } : { from, note: words });
}

/** An expression that means one glob becomes it, and a person is told; one that may mean several is refused. */
function readGlob({ value, place }: SourceItem, trace: ImportTrace): unknown {
  if (typeof value !== 'string') return plainCopy({ value, place }, trace);
  if (WINDOWS_PATH.test(value)) {
    trace.fold(place, `\`${value}\`: backslashes are \`/\` here.`);
    return value.replaceAll('\\', '/');
  }
  const reading = readPattern(value);
  if (reading.kind === 'glob') return value;
  if (reading.kind === 'converted') {
    trace.fold(place, `\`${value}\` is the glob \`${reading.glob}\`.`);
    trace.ask(place, `\`${value}\` is no glob: ${reading.why}.`, `See whether \`${reading.glob}\` is what is meant.`);
    return reading.glob;
  }
  const names = reading.candidates.map((glob) => `\`${glob}\``);
  const advice =
    names.length > 0 ? `Write the glob that is meant: ${names.join(' or ')}.` : 'Write the glob that is meant.';
  trace.refuse(place, 'E_SCHEMA', { message: `\`${value}\` is not clear: ${reading.why}.`, advice });
  // Only so that the same entry is not reported again for its form: a refused import yields no plan.
  return 'refused';
}

/** Names with `\` between them and nothing that an expression would hold: no name begins with a dot. */
const WINDOWS_PATH = /^(?:[\w @~-][\w. @~*-]*\\)+[\w @~*-][\w. @~*-]*$/;
