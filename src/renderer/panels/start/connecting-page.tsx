// What a window shows before its first contact with the service.
import './start.css';
import { useEffect, useState } from 'react';

/** Longer than this is worth a word about why. */
const SLOW_MS = 4_000;

export function ConnectingPage() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="start-page start-quiet" role="status">
      <span className="start-spinner" aria-hidden />
      <h1>Opening Patchbay…</h1>
      {slow ? <p className="muted">The service does not answer yet. Patchbay keeps trying; nothing is lost.</p> : null}
    </main>
  );
}
