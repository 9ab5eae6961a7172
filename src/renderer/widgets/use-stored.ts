// State of a screen that comes back after a reload; anything unreadable counts as the first value.
import { useCallback, useState } from 'react';

/** `read` checks what was stored, since it may be from another version. */
export function useStored<T>(key: string, first: T, read: (stored: unknown) => T | null): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => stored(key, read) ?? first);
  const store = useCallback(
    (next: T) => {
      window.localStorage.setItem(key, JSON.stringify(next));
      setValue(next);
    },
    [key],
  );
  return [value, store];
}

function stored<T>(key: string, read: (stored: unknown) => T | null): T | null {
  const text = window.localStorage.getItem(key);
  if (text === null) return null;
  try {
    return read(JSON.parse(text));
  } catch {
    return null; // not JSON: somebody else's or damaged; the first value serves
  }
}
