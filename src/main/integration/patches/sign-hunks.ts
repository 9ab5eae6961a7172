// Signs what a patch changes, place by place, so that later patches can be told to take it back.
import { hash } from 'node:crypto';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { HunkSignature } from '../../../shared/domain/oscillation.ts';
import type { ParsedFile, Span } from './parsed-patch.ts';

const [LINE_FEED, PLUS, MINUS, BACKSLASH] = [10, 43, 45, 92];
const HEX = 16;

/** Kept lines part the places, and do not count: a change is the same wherever it moved. At most `LIMITS.signedHunks`. */
export function signHunks(diff: Buffer, parsed: readonly ParsedFile[]): readonly HunkSignature[] {
  const signatures: HunkSignature[] = [];
  for (const file of parsed) {
    const path = file.newPath ?? file.oldPath ?? '';
    const sides = file.binary === null ? file.hunks.flatMap(({ body }) => changesIn(diff, body)) : [oids(file)];
    for (const side of sides) {
      if (signatures.length >= LIMITS.signedHunks) return signatures;
      signatures.push(sign(path, side));
    }
  }
  return signatures;
}

interface Sides {
  readonly old: string;
  readonly new: string;
}

function oids(file: ParsedFile): Sides {
  return { old: file.oldOid ?? '', new: file.newOid ?? '' };
}

function changesIn(diff: Buffer, body: Span): readonly Sides[] {
  const changes: Sides[] = [];
  let [old, now] = ['', ''];
  const close = () => {
    if (old !== '' || now !== '') changes.push({ old, new: now });
    [old, now] = ['', ''];
  };
  for (let at = body.start; at < body.end; ) {
    const next = diff.indexOf(LINE_FEED, at) + 1 || body.end;
    const sign = diff[at];
    if (sign === PLUS) now += diff.toString('latin1', at + 1, next);
    else if (sign === MINUS) old += diff.toString('latin1', at + 1, next);
    else if (sign !== BACKSLASH) close();
    at = next;
  }
  close();
  return changes;
}

function sign(path: string, { old, new: now }: Sides): HunkSignature {
  const [one, two] = [hash('sha256', old, 'hex'), hash('sha256', now, 'hex')];
  const forward = one < two;
  const lines = hash('sha256', forward ? one + two : two + one, 'hex').slice(0, HEX);
  return { path, lines, forward };
}
