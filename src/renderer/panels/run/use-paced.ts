// The newest of values that come fast, at most one in so many milliseconds; the first and the last always arrive.
import { useEffect, useRef, useState } from 'react';

export function usePaced<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = value;
    if (timer.current !== null || everyMs === 0) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      setShown(latest.current);
    }, everyMs);
  }, [value, everyMs]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return everyMs === 0 ? value : shown;
}
