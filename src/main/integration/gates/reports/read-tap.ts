// TAP 13 and 14, with the subtests and the YAML that node:test writes → failing tests.
import { placeInText } from './place-in-text.ts';
import { type Collector, collectFailures, type ReportReading } from './report-reading.ts';

const POINT = /^(not )?ok\b(?:\s+(\d{1,9}))?(?:\s+-)?\s?(.*)$/;
const DIRECTIVE = /(?:^|[^\\])#\s*(TODO|SKIP)\w*\b.*$/i;
const PLAN = /^1\.\.(\d{1,9})/;
/** Deeper than any tree of tests; what lies below is read as if it were here. */
const MAX_DEPTH = 50;
/** Lines of one block of diagnostics that are kept. */
const MAX_DETAIL_LINES = 200;

interface Point {
  readonly depth: number;
  readonly name: string;
}

interface Reader {
  readonly found: Collector;
  /** Names of the open subtests, by depth. */
  readonly path: string[];
  /** Failures deeper than each depth since its last test point: a test that fails with its subtests is no failure of its own. */
  readonly inside: number[];
  /** The failure whose diagnostics may follow. */
  open: Point | null;
  details: string[] | null;
  /** What the program printed since the last test point. */
  said: string[];
  planned: number | null;
  points: number;
}

export function readTap(text: string): ReportReading {
  const reader: Reader = {
    found: collectFailures(),
    path: [],
    inside: [],
    open: null,
    details: null,
    said: [],
    planned: null,
    points: 0,
  };
  for (const line of text.split('\n')) readLine(reader, line.endsWith('\r') ? line.slice(0, -1) : line);
  endPoint(reader);
  const { found, planned, points } = reader;
  if (planned !== null && points > 0 && planned > points) {
    found.fail({ name: 'tests planned', file: null, line: null, message: `${planned} were planned, ${points} ran` });
  }
  return found.reading();
}

function readLine(reader: Reader, line: string): void {
  const body = line.trimStart();
  if (reader.details !== null) {
    if (body === '...') endPoint(reader);
    else if (reader.details.length < MAX_DETAIL_LINES) reader.details.push(line);
    return;
  }
  if (body === '---' && reader.open !== null) {
    reader.details = [];
    return;
  }
  const depth = Math.min(MAX_DEPTH, Math.floor((line.length - body.length) / 4));
  if (body.startsWith('# Subtest: ')) {
    endPoint(reader);
    reader.path[depth] = unescaped(body.slice(11));
    return;
  }
  const point = POINT.exec(body);
  if (point !== null) return testPoint(reader, depth, point);
  const plan = depth === 0 ? PLAN.exec(body) : null;
  if (plan !== null) reader.planned = Number(plan[1]);
  else if (body.startsWith('Bail out!')) {
    endPoint(reader);
    reader.found.fail({ name: 'bail out', file: null, line: null, message: body.slice(9).trim() });
  } else if (body.startsWith('#') && reader.said.length < MAX_DETAIL_LINES) reader.said.push(body.replace(/^# ?/, ''));
}

function testPoint(reader: Reader, depth: number, [, not, number = '', rest = '']: RegExpExecArray): void {
  endPoint(reader);
  if (depth === 0) reader.points += 1;
  const inside = reader.inside[depth] ?? 0;
  const hasFailed = not !== undefined && !DIRECTIVE.test(rest);
  reader.inside[depth] = 0;
  if (!hasFailed) {
    reader.said = [];
    reader.found.pass();
    return;
  }
  if (inside > 0) return;
  for (let above = 0; above < depth; above += 1) reader.inside[above] = (reader.inside[above] ?? 0) + 1;
  const name = unescaped(rest.trim()) || (number === '' ? '' : `test ${number}`);
  const outer = reader.path.slice(0, depth).filter((one) => one !== undefined && one !== '');
  reader.open = { depth, name: [...outer, name].join(' > ') };
}

/** The diagnostics are over, or there were none. */
function endPoint(reader: Reader): void {
  const { open, details, said } = reader;
  reader.open = null;
  reader.details = null;
  if (open === null) return;
  reader.said = [];
  const fields = readFields(details ?? []);
  const stack = fields.get('stack') ?? '';
  const location = placeInText(fields.get('location') ?? fields.get('at') ?? '');
  const stated = statedPlace(fields);
  const inStack = placeInText(stack, location?.file ?? null) ?? (location === null ? placeInText(stack) : null);
  const spoken = said.find((line) => /^\w*(?:Error|Exception)\b.*: /.test(line)) ?? '';
  const place = inStack ?? stated ?? location;
  const told = fields.get('error') ?? fields.get('message') ?? '';
  // Of a file that cannot be loaded, node:test only says that it failed; why was printed before.
  const message = told === '' || (told === 'test failed' && spoken !== '') ? spoken : told;
  const loaded = message === spoken && spoken !== '' ? placeInText(said.join('\n')) : null;
  const { file, line } = loaded ?? place ?? { file: null, line: null };
  reader.found.fail({ name: open.name, file, line, message });
}

/** `file:` and `line:`, as other producers write them, also inside of `at:`. */
function statedPlace(fields: ReadonlyMap<string, string>): { file: string; line: number } | null {
  const file = fields.get('file') ?? fields.get('fileName');
  const line = Number(fields.get('line') ?? fields.get('lineNumber'));
  return file === undefined || !Number.isInteger(line) ? null : { file, line };
}

/** The few keys that matter, at whatever depth; block texts are put together. No other YAML is understood, nor needed. */
function readFields(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const match = /^(\s*)(\w+):\s*(.*)$/.exec(line);
    if (match === null) continue;
    const [, indent = '', key = '', value = ''] = match;
    if (/^[|>][-+]?\d?$/.test(value)) {
      const block: string[] = [];
      while (at + 1 < lines.length && isInside(lines[at + 1] ?? '', indent.length)) block.push(lines[(at += 1)] ?? '');
      if (!fields.has(key)) fields.set(key, outdented(block));
    } else if (value !== '' && !fields.has(key)) fields.set(key, unquoted(value));
  }
  return fields;
}

function isInside(line: string, indent: number): boolean {
  return line.trim() === '' || line.length - line.trimStart().length > indent;
}

function outdented(block: readonly string[]): string {
  const indents = block.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents, 200);
  return block
    .map((line) => line.slice(least))
    .join('\n')
    .trimEnd();
}

function unquoted(value: string): string {
  const text = value.trim();
  if (text.length >= 2 && text.startsWith("'") && text.endsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) return text.slice(1, -1).replaceAll('\\"', '"');
  return text;
}

function unescaped(name: string): string {
  return name.replace(/\\([\\#])/g, '$1');
}
