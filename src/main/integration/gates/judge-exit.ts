// What the end of a gate's program says about the tree.
import type { GateVerdict } from '../../../shared/domain/gate.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { unreachable } from '../../../shared/lib/assert.ts';
import type { GateOrder } from '../../../shared/ports/integration.ts';
import type { SpawnExit } from '../../../shared/ports/spawn.ts';

/** `message` is part of a sentence that begins with the gate's name and its verdict. */
export interface Judged {
  readonly verdict: GateVerdict;
  readonly message: string;
}

export function judgeExit({ gate }: GateOrder, exit: SpawnExit): Judged {
  switch (exit.reason) {
    case 'exit': {
      if (exit.exitCode === gate.expectedExit) return { verdict: 'passed', message: '' };
      const how = exit.exitCode === null ? `was ended by ${exit.signal}` : `ended with exit code ${exit.exitCode}`;
      return { verdict: 'failed', message: `it ${how}, ${gate.expectedExit} was expected` };
    }
    case 'wall':
      return { verdict: 'error', message: `it was stopped, it took longer than ${gate.timeoutMs / 1000} s` };
    case 'output':
      return { verdict: 'error', message: `it was stopped, it wrote more than ${LIMITS.outputFileBytes} bytes` };
    case 'idle':
      return { verdict: 'error', message: 'it was stopped, it wrote nothing for too long' };
    case 'stopped':
      return { verdict: 'error', message: 'it was stopped' };
    case 'helper-lost':
      return { verdict: 'error', message: 'it was lost with the process that started it' };
    default:
      return unreachable(exit.reason, 'reason of an exit');
  }
}
