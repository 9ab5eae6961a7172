// What the gates have said of a stack so far: what may land, where the first culprit is, and which candidates to judge next.

/** Of one candidate's own tree. */
export type Verdict = 'open' | 'running' | 'passed' | 'failed';

export interface StackReading {
  /** How many candidates, from the lowest, the highest one that passed covers. */
  readonly passed: number;
  /** The lowest that failed above those; null where none did. */
  readonly failed: number | null;
}

/** Each tree holds all below it: one that passed speaks for those, and one that failed for those above. */
export function readStack(verdicts: readonly Verdict[]): StackReading {
  const passed = verdicts.lastIndexOf('passed') + 1;
  const failed = verdicts.indexOf('failed', passed);
  return { passed, failed: failed === -1 ? null : failed };
}

/**
 * Which candidates to judge next with so many free slots: the topmost where nothing is known to fail, and others evenly
 * between what passed, what is being judged and what failed. Each answer narrows the culprit down.
 */
export function nextProbes(verdicts: readonly Verdict[], slots: number): readonly number[] {
  const { passed, failed } = readStack(verdicts);
  const probes: number[] = [];
  // Positions between which nothing is known: `below` speaks for all under it, the end for all from it on.
  let end = failed ?? verdicts.length - 1;
  if (failed === null && verdicts[end] === 'open' && slots > 0) probes.push(end);
  else if (failed === null && verdicts[end] !== 'running') end = verdicts.length;
  const known = [passed - 1];
  for (let at = passed; at < end; at += 1) if (verdicts[at] === 'running') known.push(at);
  return [...probes, ...spread([...known, end], slots - probes.length)].sort((a, b) => a - b);
}

/** Splits the widest gaps first, each into equal parts. */
function spread(known: readonly number[], count: number): readonly number[] {
  const gaps = known.slice(1).map((end, at) => ({ from: known[at] ?? 0, width: end - (known[at] ?? 0), parts: 1 }));
  for (let left = count; left > 0; left -= 1) {
    const open = gaps.filter(({ width, parts }) => width > parts);
    const [first] = open;
    if (first === undefined) break;
    open.reduce((widest, gap) => (gap.width / gap.parts > widest.width / widest.parts ? gap : widest), first).parts +=
      1;
  }
  return gaps.flatMap(({ from, width, parts }) =>
    Array.from({ length: parts - 1 }, (_, at) => from + Math.round((width * (at + 1)) / parts)),
  );
}
