// Patches that undo each other: told by signatures of the lines they change, without a look at their text.

/** One place of a patch: lines that go and lines that come in their stead. */
export interface HunkSignature {
  readonly path: string;
  /** Names both texts, the same for a change and for the one that takes it back. */
  readonly lines: string;
  /** Which of the two it is: the other way round for the one that takes it back. */
  readonly forward: boolean;
}

export interface SignedPatch {
  readonly patchId: string;
  readonly signatures: readonly HunkSignature[];
}

export interface OscillationLimits {
  /** How many of the last patches are looked at, the new one among them. */
  readonly window: number;
  /** So many in turn are too many. */
  readonly threshold: number;
}

/** A single change to and fro is the least that can be meant. */
const LEAST_THRESHOLD = 2;

/**
 * The longest turn of patches that undo each other, oldest first and the new one last; null where none is long enough.
 * `earlier` is oldest first. Signatures are those of one file.
 */
export function findOscillation(
  patch: SignedPatch,
  earlier: readonly SignedPatch[],
  { window, threshold }: OscillationLimits,
): readonly string[] | null {
  const lookedAt = window < 2 ? [] : earlier.slice(1 - window);
  const turns = patch.signatures.map((signature) => [...turnsOf(signature, lookedAt), patch.patchId]);
  const longest = turns.reduce((best, one) => (one.length > best.length ? one : best), []);
  return longest.length < Math.max(threshold, LEAST_THRESHOLD) ? null : longest;
}

/** Patches back from the new one, each of them the other way round than the one after it. */
function turnsOf({ lines, forward }: HunkSignature, earlier: readonly SignedPatch[]): readonly string[] {
  const turns: string[] = [];
  let wanted = !forward;
  for (const { patchId, signatures } of earlier.toReversed()) {
    const same = signatures.filter((one) => one.lines === lines);
    // The same once more, such as another attempt at it, is no turn.
    if (!same.some((one) => one.forward === wanted)) continue;
    turns.unshift(patchId);
    wanted = !wanted;
  }
  return turns;
}
