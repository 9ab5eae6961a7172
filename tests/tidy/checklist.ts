// Reads docs/checklist.md: every line of the brief's checklist with the test that proves it, or the issue that will.

export interface ChecklistLine {
  readonly line: number;
  readonly promise: string;
  /** Null while it is open. */
  readonly proof: { readonly file: string; readonly test: string } | null;
  /** Number of the issue that will bring it; null when it is proved. */
  readonly issue: number | null;
}

/** A line that is neither proved nor open has both fields null. */
export function readChecklist(text: string): readonly ChecklistLine[] {
  return text.split('\n').flatMap((row, index) => {
    const promise = /^- (.+?) — /.exec(row)?.[1];
    if (promise === undefined) return row.startsWith('- ') ? [broken(row, index + 1)] : [];
    const proof = /proved by: `([^`]+)` › "([^"]+)"$/.exec(row);
    const issue = /open: issue (\d+)$/.exec(row)?.[1];
    return [
      {
        line: index + 1,
        promise,
        proof: proof?.[1] === undefined || proof[2] === undefined ? null : { file: proof[1], test: proof[2] },
        issue: issue === undefined ? null : Number(issue),
      },
    ];
  });
}

function broken(row: string, line: number): ChecklistLine {
  return { line, promise: row, proof: null, issue: null };
}
