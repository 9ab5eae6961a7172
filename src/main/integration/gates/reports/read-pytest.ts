// The short summary at the end of what pytest prints, with the lines named above it.
import { collectFailures, type ReportReading } from './report-reading.ts';

const SUMMARY = /^(?:FAILED|ERROR) (\S{1,1000}?\.py)(?:::(.{1,1000}?))?(?: - (.*))?$/;
const HEADING = /^_{3,} (?:ERROR (?:at (?:setup|teardown) of|collecting) )?(.{1,500}?) _{3,}$/;
const PLACE = /^(\S{1,1000}\.py):(\d{1,7}): /;

export function readPytest(text: string): ReportReading {
  const found = collectFailures();
  const places = new Map<string, number>();
  let heading = '';
  for (const line of text.split('\n')) {
    const head = HEADING.exec(line);
    if (head !== null) heading = head[1] ?? '';
    const place = PLACE.exec(line);
    if (place !== null) places.set(`${place[1]}\n${heading}`, Number(place[2]));
    const summary = line.length > 4_096 ? null : SUMMARY.exec(line);
    if (summary === null) continue;
    const [, file = '', id = file, message = ''] = summary;
    const names = namesOf(id);
    const at = places.get(`${file}\n${names.join('.')}`) ?? null;
    found.fail({ name: names.join(' > '), file, line: at, message });
  }
  return found.reading();
}

/** Parameters in brackets may hold anything, the separator too. */
function namesOf(id: string): readonly string[] {
  const bracket = id.indexOf('[');
  const [plain, parameters] = bracket < 0 ? [id, ''] : [id.slice(0, bracket), id.slice(bracket)];
  const names = plain.split('::');
  return [...names.slice(0, -1), `${names.at(-1) ?? ''}${parameters}`];
}
