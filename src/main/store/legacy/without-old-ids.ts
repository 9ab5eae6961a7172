// The CREATE statements of a table and its indexes with ULIDs in the place of the old ids.
import type { SchemaObject } from './legacy-shape.ts';
import { foldName, quote, sameName } from './quote-name.ts';
import { firstBrackets, isWord, joinTokens, listItems, namesAny, type SqlToken, sqlTokens } from './sql-tokens.ts';

/** Table → old column → the column of the ULID that takes its place; names folded. */
export type Replacements = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Rewritten {
  readonly sql: string;
  /** What cannot be carried over, in words. */
  readonly objections: readonly string[];
}

const CONSTRAINTS = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN'] as const;

export interface TableOrder {
  readonly name: string;
  readonly sql: string;
  /** What the new table is called until it takes the place of the old one. */
  readonly as: string;
  readonly replacements: Replacements;
  /** The ULID by which a row of this table is known; null where it only refers to others. */
  readonly own: string | null;
}

/** The old columns go; what was said of them (key, unique, not null, references) is said of the ULIDs. */
export function tableWithoutOldIds({ name, sql, as, replacements, own }: TableOrder): Rewritten {
  const mine = replacements.get(foldName(name)) ?? new Map<string, string>();
  const parts = firstBrackets(sqlTokens(sql));
  if (parts === null)
    return { sql, objections: [`the table ${name} was made by a statement that cannot be rewritten`] };
  const items = listItems(parts.inside);
  const columns = items.filter((item) => !isWord(item[0], ...CONSTRAINTS));
  const objections: string[] = [];
  const said = new Map<string, string>();
  for (const item of columns) {
    const ulid = mine.get(foldName(item[0]?.name ?? ''));
    const about = sayingOf(item.slice(1), replacements);
    if (ulid !== undefined) said.set(foldName(ulid), `${said.get(foldName(ulid)) ?? ''}${about}`);
  }
  const isKey = /PRIMARY KEY/.test(own === null ? '' : (said.get(foldName(own)) ?? ''));
  const lines = items.flatMap((item) => {
    const column = isWord(item[0], ...CONSTRAINTS) ? null : (item[0]?.name ?? '');
    if (column !== null && mine.has(foldName(column))) {
      if (saysMore(item)) objections.push(`${name}.${column} has a CHECK or a DEFAULT, or is generated`);
      return [];
    }
    if (column !== null && [...mine.values()].some((ulid) => sameName(ulid, column))) {
      const isOwn = own !== null && sameName(own, column);
      return [`${quote(column)} TEXT${isOwn && !isKey ? ' NOT NULL UNIQUE' : ''}${said.get(foldName(column)) ?? ''}`];
    }
    return [
      column === null ? constraint(item, { name, mine, replacements, objections }) : kept(item, name, mine, objections),
    ];
  });
  const tail = joinTokens(parts.after);
  return { sql: `CREATE TABLE ${quote(as)} (\n  ${lines.join(',\n  ')}\n) ${tail}`.trimEnd(), objections };
}

/** What no ULID can say: a default, a condition, a computation. */
function saysMore(item: readonly SqlToken[]): boolean {
  return item.some((each, at) => {
    return isWord(each, 'CHECK', 'GENERATED', 'AS') || (isWord(each, 'DEFAULT') && !isWord(item[at - 1], 'SET'));
  });
}

/** What a column's definition says that its ULID has to say as well. */
function sayingOf(item: readonly SqlToken[], replacements: Replacements): string {
  const at = item.findIndex((each) => isWord(each, 'REFERENCES'));
  const own = at < 0 ? item : item.slice(0, at);
  const words = own.flatMap((each) => (each.bare ? [each.text.toUpperCase()] : [])).join(' ');
  const key = /\bPRIMARY KEY\b/.test(words) ? ' PRIMARY KEY NOT NULL' : '';
  const rest = `${/\bNOT NULL\b/.test(words) && key === '' ? ' NOT NULL' : ''}${/\bUNIQUE\b/.test(words) ? ' UNIQUE' : ''}`;
  return `${key}${rest}${at < 0 ? '' : ` ${references(item.slice(at), replacements)}`}`;
}

/** `REFERENCES table (columns) …` with the columns of that table replaced. */
function references(tokens: readonly SqlToken[], replacements: Replacements): string {
  const theirs = replacements.get(foldName(tokens[1]?.name ?? '')) ?? new Map<string, string>();
  return joinTokens(tokens.map((each, at) => (at > 1 ? replaced(each, theirs) : each)));
}

function replaced(token: SqlToken, names: ReadonlyMap<string, string>): SqlToken {
  const ulid = token.name === null ? undefined : names.get(foldName(token.name));
  return ulid === undefined ? token : { ...token, text: quote(ulid), name: ulid, bare: false };
}

interface Within {
  readonly name: string;
  readonly mine: ReadonlyMap<string, string>;
  readonly replacements: Replacements;
  readonly objections: string[];
}

function constraint(item: readonly SqlToken[], { name, mine, replacements, objections }: Within): string {
  const named = namesAny(item, mine.keys());
  if (named !== null && item.some((each) => isWord(each, 'CHECK')))
    objections.push(`a CHECK of ${name} names ${named}`);
  const at = item.findIndex((each) => isWord(each, 'REFERENCES'));
  const own = joinTokens((at < 0 ? item : item.slice(0, at)).map((each) => replaced(each, mine)));
  return at < 0 ? own : `${own} ${references(item.slice(at), replacements)}`;
}

function kept(
  item: readonly SqlToken[],
  table: string,
  mine: ReadonlyMap<string, string>,
  objections: string[],
): string {
  const named = namesAny(item.slice(1), mine.keys());
  if (named !== null) objections.push(`${table}.${item[0]?.name ?? ''} is defined with ${named}`);
  return joinTokens(item);
}

/** Null where the index was only of use to the migration itself. */
export function indexWithoutOldIds(index: SchemaObject, replacements: Replacements): Rewritten | null {
  const mine = replacements.get(foldName(index.table)) ?? new Map<string, string>();
  const tokens = sqlTokens(index.sql);
  const parts = firstBrackets(tokens);
  if (parts === null || namesAny([...parts.inside, ...parts.after], mine.keys()) === null)
    return { sql: index.sql, objections: [] };
  if (index.name.startsWith('patchbay_')) return null;
  const isPlain = parts.after.length === 0 && !parts.inside.some(({ text }) => text === '(');
  if (!isPlain) return { sql: index.sql, objections: [`the index ${index.name} computes with an old id`] };
  const inside = parts.inside.map((each) => replaced(each, mine));
  return { sql: `${joinTokens(parts.before)} (${joinTokens(inside)})`, objections: [] };
}
