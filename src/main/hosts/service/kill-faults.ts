// Fail points for the crash suite: the process ends itself at the n-th one it passes. Off unless the environment asks.
import { appendFileSync } from 'node:fs';
import type { Faults } from '../../../shared/ports/faults.ts';

/**
 * `PATCHBAY_FAIL_AT=n` ends the process with SIGKILL at the n-th fail point (from 1); `PATCHBAY_FAIL_LOG=file` lists
 * the points passed, one name a line, so that a test knows how many there are.
 */
export function createFaults(env: Readonly<Record<string, string | undefined>>): Faults {
  const failAt = Number(env['PATCHBAY_FAIL_AT'] ?? 0);
  const log = env['PATCHBAY_FAIL_LOG'];
  if (failAt === 0 && log === undefined) return { at: () => {} };
  let passed = 0;
  return {
    at: (point) => {
      passed += 1;
      if (log !== undefined) appendFileSync(log, `${point}\n`);
      if (passed === failAt) process.kill(process.pid, 'SIGKILL');
    },
  };
}
