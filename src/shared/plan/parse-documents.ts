// Text → all of its documents with places: YAML is split at its markers, and each piece goes through the one file door.
import { LIMITS } from '../domain/limits.ts';
import { parsePlan } from './parse-plan.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { withoutComments } from './without-comments.ts';

/** Takes BOM and `//` comments as well. Never throws and never returns nothing; lines count from the start of the text. */
export function parseDocuments(text: string): readonly ParsedDocument[] {
  if (text.length > LIMITS.planFileBytes) return [parsePlan(text)];
  // Counted before anything is divided: a million empty documents cost memory as well.
  const markers = text.match(/^---(?=\s|$)/gm)?.length ?? 0;
  if (markers > LIMITS.importDocuments) return [tooMany(markers)];
  const pieces = splitDocuments(text.replace(/^\uFEFF/, '')).filter((piece) => /^[ \t]*[^\s#]/m.test(piece.text));
  if (pieces.length === 0) return [parsePlan('')];
  return pieces.map(({ text: piece, linesBefore }) => moved(parsePlan(withoutComments(piece)), linesBefore));
}

interface Piece {
  readonly text: string;
  readonly linesBefore: number;
}

const MARKER = /^---(?:\s|$)/;
const EMPTY_MARKER = /^---\s*(#.*)?$/;
const NO_CONTENT = /^\s*((#|\/\/).*)?$|^%/;

/** In YAML `---` at the start of a line is always a marker, even inside a quoted text; directives stay with their document. */
function splitDocuments(text: string): readonly Piece[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (MARKER.test(line) ? [index] : []));
  const pieces: Piece[] = [];
  let from = 0;
  for (const start of [...starts, lines.length]) {
    const before = lines.slice(from, start);
    const isMarked = MARKER.test(before[0] ?? '');
    const isContent = before.some((line, index) => !(index === 0 && EMPTY_MARKER.test(line)) && !NO_CONTENT.test(line));
    // What stands before the first marker and is no content, such as a directive, belongs to the document behind it.
    if (!isContent && !isMarked && start < lines.length) continue;
    if (isContent) pieces.push({ text: `${before.join('\n')}\n`, linesBefore: from });
    from = start;
  }
  return pieces;
}

function moved(parsed: ParsedDocument, linesBefore: number): ParsedDocument {
  if (linesBefore === 0) return parsed;
  return {
    ...parsed,
    lineOf: (pointer) => parsed.lineOf(pointer) + linesBefore,
    problems: parsed.problems.map((problem) => ({
      ...problem,
      line: problem.line === 0 ? 0 : problem.line + linesBefore,
    })),
  };
}

function tooMany(count: number): ParsedDocument {
  return {
    value: undefined,
    lineOf: () => 0,
    problems: [
      {
        code: 'E_SCHEMA',
        severity: 'error',
        path: '',
        line: 0,
        message: `The file has ${count} documents; at most ${LIMITS.importDocuments} are read.`,
        advice: 'Split it into several files.',
      },
    ],
  };
}
