// The failures that vitest and jest print for people.
import { placeInText } from './place-in-text.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

/** ` FAIL  test/a.test.ts > suite > name`, or without names for a file that cannot be loaded. */
const VITEST = /^\s*FAIL {2}(?:\|\S+\| )?(\S{1,1000}?\.\w{1,10})(?: \[ .* \])?(?: > (.{1,1000}))?$/;
/** `  ● suite › name`. */
const JEST = /^ {2}\u25cf (.{1,1000})$/;
const JEST_FILE = /^(?:FAIL) (\S{1,1000}\.\w{1,10})/;
const MAX_LINES = 60;

export function readVitest(text: string): ReportReading {
  const found = collectFailures();
  const seen = new Set<string>();
  const lines = text.split('\n');
  let jestFile: string | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.length > 4_096) continue;
    jestFile = JEST_FILE.exec(line)?.[1] ?? jestFile;
    const vitest = VITEST.exec(line);
    const jest = jestFile === null ? null : JEST.exec(line);
    if (vitest === null && jest === null) continue;
    const file = vitest?.[1] ?? jestFile;
    const name = vitest === null ? (jest?.[1] ?? '').replaceAll(' \u203a ', ' > ') : (vitest[2] ?? file ?? '');
    if (seen.has(`${file}\n${name}`) || file === null) continue;
    seen.add(`${file}\n${name}`);
    const below = untilNext(lines.slice(at + 1, at + 1 + MAX_LINES));
    found.fail({ name, file, line: placeInText(below.join('\n'), file)?.line ?? null, message: messageOf(below) });
  }
  return found.reading();
}

function untilNext(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => VITEST.test(line) || JEST.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Up to the excerpt of the source or the stack. */
function messageOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^\s*(?:\u276f |at |\d+ \||>\s*\d+ \|)/.test(line));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .trim();
}
