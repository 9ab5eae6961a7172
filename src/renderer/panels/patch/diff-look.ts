// How the user wants to see differences; remembered for every patch.

export interface DiffLook {
  readonly sideBySide: boolean;
  readonly ignoreWhitespace: boolean;
  readonly wrap: boolean;
}

export const FIRST_LOOK: DiffLook = { sideBySide: true, ignoreWhitespace: false, wrap: false };

export function readLook(stored: unknown): DiffLook | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { sideBySide, ignoreWhitespace, wrap } = stored as Partial<Record<keyof DiffLook, unknown>>; // checked below
  return {
    sideBySide: sideBySide !== false,
    ignoreWhitespace: ignoreWhitespace === true,
    wrap: wrap === true,
  };
}
