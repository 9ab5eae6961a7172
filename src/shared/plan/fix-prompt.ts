// What a tool is asked when it is to mend what a gate refused: the facts in words.
import type { FailingTest } from '../domain/gate.ts';
import { LIMITS } from '../domain/limits.ts';
import type { FixFacts, TaskPlan } from './plan.ts';

/** The same task and facts give the same words. */
export function fixPrompt({ name, scope }: Pick<TaskPlan, 'name' | 'scope'>, facts: FixFacts): string {
  const { gateId, message, command, failures, failed, files, tail, objective, number, of } = facts;
  const more = (failed ?? failures.length) - Math.min(failures.length, LIMITS.fixPromptTests);
  const writable = [...new Set([...scope.write, ...scope.create])];
  return [
    `A change for the task "${name}" was made, and the gate ${gateId} refused it: ${message}.`,
    'The change is in the working folder as it was made. Mend it there so that the gate passes; keep what is right about it, and do not weaken the gate or its tests.',
    `The task was:\n${objective}`,
    ...(failures.length === 0
      ? []
      : [list('What failed:', [...failures.slice(0, LIMITS.fixPromptTests).map(inWords), ...others(more)])]),
    ...(files.length === 0 ? [] : [list('Files of the change:', files)]),
    ...(writable.length === 0 ? [] : [list('Files that may be changed:', writable)]),
    ...(command.length === 0 ? [] : [`The gate runs: ${command.join(' ')}`]),
    ...(tail.trim() === '' ? [] : [`The end of its output:\n${tail.trim().slice(-LIMITS.fixPromptTail)}`]),
    `This is fix ${number} of at most ${of} for this failure.`,
  ].join('\n\n');
}

function inWords({ name, file, line, message }: FailingTest): string {
  const place = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`;
  return `${name}${place}${message === '' ? '' : `: ${message.replaceAll(/\s*\n\s*/g, ' ')}`}`;
}

function others(more: number): readonly string[] {
  return more > 0 ? [`and ${more} more`] : [];
}

function list(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `- ${line}`)].join('\n');
}
