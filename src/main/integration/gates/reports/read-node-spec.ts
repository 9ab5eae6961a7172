// The list of failing tests at the end of what `node --test` prints for people.
import { placeInText } from './place-in-text.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

const PLACE = /^test at (.{1,1000}):(\d{1,7}):\d{1,7}$/;
const NAME = /^\u2716 (.{1,1000}?)(?: \([\d.]+ms\))?$/;
/** Lines of one failure that are looked at. */
const MAX_LINES = 200;

export function readNodeSpec(text: string): ReportReading {
  const found = collectFailures();
  const lines = text.split('\n');
  const spoken = lines.find((line) => /^\w*(?:Error|Exception)\b.*: /.test(line)) ?? '';
  for (let at = lines.findIndex((line) => line.endsWith('failing tests:')); at >= 0 && at < lines.length; at += 1) {
    const place = PLACE.exec(lines[at] ?? '');
    const name = NAME.exec(lines[at + 1] ?? '')?.[1];
    if (place === null || name === undefined) continue;
    const details = detailsAfter(lines, at + 2);
    const file = place[1] ?? '';
    const inStack = placeInText(details.join('\n'), file);
    found.fail({ name, file, line: inStack?.line ?? Number(place[2]), message: messageOf(details) || spoken });
  }
  return found.reading();
}

function detailsAfter(lines: readonly string[], from: number): readonly string[] {
  const details: string[] = [];
  for (let at = from; at < lines.length && details.length < MAX_LINES; at += 1) {
    const line = lines[at] ?? '';
    if (PLACE.test(line)) break;
    details.push(line.replace(/^ {2}/, ''));
  }
  return details;
}

/** Up to the stack. That a file failed as a whole says nothing: why stands above the list. */
function messageOf(details: readonly string[]): string {
  const end = details.findIndex((line) => /^\s+at /.test(line));
  const message = details
    .slice(0, end < 0 ? details.length : end)
    .join('\n')
    .trim();
  return message === "'test failed'" ? '' : message;
}
