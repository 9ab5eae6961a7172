// What a browser tab shows that has no key: nothing of the project, and how to get in.
import './start.css';
import { KeyRound } from 'lucide-react';

export function LockedPage() {
  return (
    <main className="start-page">
      <span className="start-icon">
        <KeyRound size={24} aria-hidden />
      </span>
      <h1>This page needs its key</h1>
      <p>
        Open the address printed by <code>patchbay serve</code> (or <code>npm start</code>). It ends with{' '}
        <code>#token=…</code> and works for this start of Patchbay only.
      </p>
      <p className="muted">The key keeps other programs and websites on this computer away from your project.</p>
    </main>
  );
}
