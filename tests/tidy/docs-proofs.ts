// Reads the invariants of ARCHITECTURE.md: each row has its number and the tests that prove it.

export interface Invariant {
  readonly number: number;
  readonly proofs: readonly { readonly file: string; readonly test: string }[];
}

/** Rows of the table whose first cell is a number, in the order of the page. */
export function readInvariants(page: string): readonly Invariant[] {
  return page.split('\n').flatMap((row) => {
    const number = /^\| (\d+) \|/.exec(row)?.[1];
    if (number === undefined) return [];
    const proofs = [...row.matchAll(/`([^`]+\.test\.ts)` › "([^"]+)"/g)].flatMap(([, file, test]) =>
      file === undefined || test === undefined ? [] : [{ file, test }],
    );
    return [{ number: Number(number), proofs }];
  });
}
