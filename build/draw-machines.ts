// Writes docs/machines.md, the diagram of every state machine: run it after changing one.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTANCE_MACHINE } from '../src/shared/domain/acceptance.ts';
import { ATTEMPT_MACHINE } from '../src/shared/domain/attempt.ts';
import { BREAKER_MACHINE } from '../src/shared/domain/breaker.ts';
import { CHECKPOINT_MACHINE } from '../src/shared/domain/checkpoint.ts';
import { DIRECT_CHANGE_MACHINE } from '../src/shared/domain/direct-change.ts';
import { GATE_RUN_MACHINE } from '../src/shared/domain/gate.ts';
import { PATCH_MACHINE } from '../src/shared/domain/patch.ts';
import { PHASE_MACHINE } from '../src/shared/domain/phase.ts';
import { REVIEW_MACHINE } from '../src/shared/domain/review.ts';
import { RUN_CONTROL_MACHINE, RUN_MACHINE } from '../src/shared/domain/run.ts';
import { TASK_MACHINE } from '../src/shared/domain/task.ts';
import { WORKER_MACHINE } from '../src/shared/domain/worker.ts';
import { WORKSTREAM_MACHINE } from '../src/shared/domain/workstream.ts';
import { diagram, type Machine } from '../src/shared/lib/machine.ts';

export const MACHINES_PAGE = join(import.meta.dirname, '..', 'docs', 'machines.md');

/** Every machine there is. */
export const MACHINES: readonly Machine<string>[] = [
  RUN_MACHINE,
  RUN_CONTROL_MACHINE,
  PHASE_MACHINE,
  WORKSTREAM_MACHINE,
  TASK_MACHINE,
  ATTEMPT_MACHINE,
  WORKER_MACHINE,
  BREAKER_MACHINE,
  PATCH_MACHINE,
  DIRECT_CHANGE_MACHINE,
  GATE_RUN_MACHINE,
  ACCEPTANCE_MACHINE,
  REVIEW_MACHINE,
  CHECKPOINT_MACHINE,
];

export function drawMachines(): string {
  const intro = [
    '# State machines',
    'Made by `node build/draw-machines.ts` from the tables in `src/shared/domain`; a test compares it.',
    'A state changes only by an arrow of its diagram. The same tables make the checks of the database.',
  ];
  return `${[...intro, ...MACHINES.map(section)].join('\n\n')}\n`;
}

function section(machine: Machine<string>): string {
  return `## ${machine.noun}\n\n\`\`\`mermaid\n${diagram(machine)}\n\`\`\``;
}

if (import.meta.main) writeFileSync(MACHINES_PAGE, drawMachines());
