// Tells a detached engine that nothing is left for it to do: no run goes on, nobody is connected.
import type { RunSummary } from '../../../shared/ipc/views.ts';
import type { Service } from '../../../shared/ports/service.ts';

/** Long enough for a script to start its next run or to ask how the last one ended. */
const QUIET_MS = 5_000;

/** Calls `onIdle` once the engine has been quiet for five seconds. */
export function whenIdle(service: Service, clients: () => number, onIdle: () => void): void {
  const moving = new Set<string>();
  const note = (run: RunSummary) => {
    if (isMoving(run)) moving.add(run.key);
    else moving.delete(run.key);
  };
  service.subscribe('runs', {}, (push) => {
    if (push.kind === 'snapshot') moving.clear();
    for (const run of push.kind === 'snapshot' ? push.items : push.upsert) note(run);
    if (push.kind === 'delta') for (const key of push.remove) moving.delete(key);
  });
  let quietSince = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (moving.size > 0 || clients() > 0) quietSince = now;
    if (now - quietSince < QUIET_MS) return;
    clearInterval(timer);
    onIdle();
  }, 500);
}

/** A run that waits for a person keeps no process alive: it goes on from the ledger. */
function isMoving(run: RunSummary): boolean {
  if (run.control === 'waiting' || run.control === 'paused') return false;
  return run.state === 'pending' || run.state === 'running';
}
