// Conditions that hold new starts while the machine has little left.
import type { ResourceLevel, ResourceStanding } from '../../../shared/domain/resources.ts';
import type { RunNode } from '../run-state.ts';
import type { RunCondition } from './condition.ts';

/** At a hard limit nothing starts. Processors that others keep busy must not stop a run for ever: with nothing at work, one starts. */
export const RESOURCES_GONE: RunCondition = {
  name: 'resources-gone',
  of: 'run',
  holds: (run) => {
    const { cpu, memory, disk } = run.resources;
    return disk.level === 'hard' || memory.level === 'hard' || (cpu.level === 'hard' && run.running > 0);
  },
  explain: (run) => words(run, 'hard', 'Nothing new is started.'),
};

/** At a soft limit half as many tools work at once, and one at least. */
export const RESOURCES_SCARCE: RunCondition = {
  name: 'resources-scarce',
  of: 'run',
  holds: (run) => run.running >= Math.max(1, Math.floor(run.maxParallel / 2)) && firstAt(run, 'soft') !== undefined,
  explain: (run) => words(run, 'soft', 'Half as many tools as usual work at once.'),
};

function words(run: RunNode, level: ResourceLevel, meaning: string) {
  const { message = '', freedBy = '' } = firstAt(run, level) ?? {};
  return { reason: `${message} ${meaning}`, freedBy };
}

function firstAt({ resources }: RunNode, level: ResourceLevel): ResourceStanding | undefined {
  return [resources.disk, resources.memory, resources.cpu].find((one) => one.level === level);
}
