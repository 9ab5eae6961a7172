// Make, just and Task: targets with the usual names; they count where nothing nearer to the language was found.
import { command, type Ecosystem, type FoundCommand, type Purpose, type RepositoryView } from '../evidence.ts';

const TARGETS: readonly (readonly [Purpose, readonly string[]])[] = [
  ['lint', ['lint', 'check-lint', 'fmt-check', 'validate']],
  ['types', ['typecheck', 'types']],
  ['unit', ['test', 'tests', 'unit', 'check']],
  ['docs', ['docs', 'doc', 'html']],
  ['build', ['build', 'all']],
];

interface Runner {
  readonly id: string;
  readonly program: string;
  readonly files: readonly string[];
  has(text: string, target: string): boolean;
}

const RUNNERS: readonly Runner[] = [
  {
    id: 'make',
    program: 'make',
    files: ['GNUmakefile', 'makefile', 'Makefile'],
    has: (text, target) => new RegExp(`^${target}(?:[ \\t]+[\\w.-]+)*[ \\t]*:(?![=:])`, 'm').test(text),
  },
  {
    id: 'just',
    program: 'just',
    files: ['justfile', 'Justfile', '.justfile'],
    has: (text, target) => new RegExp(`^@?${target}[^\\n=]*:(?!=)`, 'm').test(text),
  },
  {
    id: 'task',
    program: 'task',
    files: ['Taskfile.yml', 'Taskfile.yaml'],
    has: (text, target) => new RegExp(`^ {2}${target}:`, 'm').test(text),
  },
];

export const taskRunnerEcosystem: Ecosystem = {
  id: 'task-runner',
  reads: /^(?:GNUmakefile|[Mm]akefile|\.?[Jj]ustfile|Taskfile\.ya?ml)$/,
  find(view) {
    return { commands: RUNNERS.flatMap((runner) => commandsOf(view, runner)) };
  },
};

function commandsOf(view: RepositoryView, runner: Runner): readonly FoundCommand[] {
  const file = runner.files.find((path) => view.text(path) !== null);
  const text = file === undefined ? null : view.text(file);
  if (file === undefined || text === null) return [];
  return TARGETS.flatMap(([purpose, names]) => {
    const target = names.find((name) => runner.has(text, name));
    return target === undefined ? [] : [command(purpose, [runner.program, target], `${file}, target ${target}`)];
  });
}
