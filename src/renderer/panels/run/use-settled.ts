// A value once it has stopped changing, so that typing does not ask the service at every key.
import { useEffect, useState } from 'react';

const SETTLE_MS = 350;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
