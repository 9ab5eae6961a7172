// Writes docs/machines.md, the diagram of every state machine: run it after changing one.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTANCE_MACHINE } from '../src/shared/domain/acceptance.ts';
import { ATTEMPT_MACHINE } from '../src/shared/domain/attempt.ts';
import { DIRECT_CHANGE_MACHINE } from '../src/shared/domain/direct-change.ts';
import { GATE_RUN_MACHINE } from '../src/shared/domain/gate.ts';
import { PATCH_MACHINE } from '../src/shared/domain/patch.ts';
import { PHASE_MACHINE } from '../src/shared/domain/phase.ts';
import { RUN_MACHINE } from '../src/shared/domain/run.ts';
import { TASK_MACHINE } from '../src/shared/domain/task.ts';
import { WORKSTREAM_MACHINE } from '../src/shared/domain/workstream.ts';
import { diagram, type Machine } from '../src/shared/lib/machine.ts';

export const MACHINES_PAGE = join(import.meta.dirname, '..', 'docs', 'machines.md');

export function drawMachines(): string {
  const intro = [
    '# State machines',
    'Made by `node build/draw-machines.ts` from the tables in `src/shared/domain`; a test compares it.',
    'A state changes only by an arrow of its diagram. The same tables make the checks of the database.',
  ];
  const machines: readonly Machine<string>[] = [
    RUN_MACHINE,
    PHASE_MACHINE,
    WORKSTREAM_MACHINE,
    TASK_MACHINE,
    ATTEMPT_MACHINE,
    PATCH_MACHINE,
    DIRECT_CHANGE_MACHINE,
    GATE_RUN_MACHINE,
    ACCEPTANCE_MACHINE,
  ];
  return `${[...intro, ...machines.map(section)].join('\n\n')}\n`;
}

function section(machine: Machine<string>): string {
  return `## ${machine.noun}\n\n\`\`\`mermaid\n${diagram(machine)}\n\`\`\``;
}

if (import.meta.main) writeFileSync(MACHINES_PAGE, drawMachines());
