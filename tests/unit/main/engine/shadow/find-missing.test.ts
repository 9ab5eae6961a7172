// Which tasks rest on another's work although nothing puts them in order, and what speaks for it.
import { expect, it, test } from 'vitest';
import { findMissing, type Search } from '../../../../../src/main/engine/shadow/find-missing.ts';
import type { LandedTask } from '../../../../../src/main/engine/shadow/landed-tasks.ts';
import type { Touch } from '../../../../../src/main/engine/shadow/line-owners.ts';
import type { TaskNode } from '../../../../../src/main/state/run-state.ts';
import { makeTask, type TaskSketch } from '../../../../fakes/make-plan.ts';

interface Landing {
  readonly sketch: TaskSketch;
  /** New files with their lines. */
  readonly makes?: Readonly<Record<string, readonly string[]>>;
  /** Files of the base. */
  readonly changes?: readonly string[];
  readonly touches?: readonly Touch[];
}

/** The `at`-th task of a sequence. */
function landed({ sketch, makes = {}, changes = [], touches = [] }: Landing, at: number): LandedTask {
  const times = { startedAt: `2026-01-01T00:00:0${at}.000Z`, endedAt: `2026-01-01T00:00:0${at}.900Z` };
  const task = { plan: makeTask(sketch), attempts: [], ...times } as unknown as TaskNode; // all that is looked at
  const file = (path: string, oldPath: string | null) => ({ path, oldPath, isDeleted: false, spans: [] });
  const files = [...Object.keys(makes).map((path) => file(path, null)), ...changes.map((path) => file(path, path))];
  return { taskId: sketch.taskId, task, touches, change: { files, added: new Map(Object.entries(makes)) } };
}

function search(landings: readonly Landing[], rest: Partial<Search> = {}) {
  const found = findMissing({
    landed: landings.map(landed),
    isOrdered: () => false,
    isTooEarly: () => true,
    ...rest,
  });
  return found.missing.map(({ task, needs, evidence, certain }) => `${task} ${evidence} ${needs}${certain ? '!' : ''}`);
}

const read = (glob: string) => ({ read: [glob], write: [], create: [], forbidden: [] });
const saying = (argument: string) =>
  ({
    tool: 'command',
    launch: {
      kind: 'command',
      command: {
        tool: 'command',
        argv: ['run', argument],
        shell: false,
        stdin: '',
        successExit: [0],
        litter: [],
        env: {},
      },
    },
  }) as const;

test.each<[string, Landing, Landing, readonly string[]]>([
  [
    'lines',
    { sketch: { taskId: 'a' }, changes: ['x'] },
    { sketch: { taskId: 'b' }, changes: ['x'], touches: [{ path: 'x', owner: 'a', how: 'lines' }] },
    ['b changes_its_lines a!'],
  ],
  [
    'a file',
    { sketch: { taskId: 'a' }, makes: { x: [] } },
    { sketch: { taskId: 'b' }, changes: ['x'], touches: [{ path: 'x', owner: 'a', how: 'file' }] },
    ['b changes_its_file a!'],
  ],
  [
    'lines side by side, which prove nothing',
    { sketch: { taskId: 'a' }, changes: ['x'] },
    { sketch: { taskId: 'b' }, changes: ['x'], touches: [{ path: 'x', owner: 'a', how: 'beside' }] },
    [],
  ],
  [
    'a file that may be read',
    { sketch: { taskId: 'a' }, changes: ['src/x.ts'] },
    { sketch: { taskId: 'b', scope: read('src/**') } },
    ['b reads_its_file a'],
  ],
  [
    'leave to read everything, which says nothing',
    { sketch: { taskId: 'a' }, changes: ['src/x.ts'] },
    { sketch: { taskId: 'b', scope: read('**') } },
    [],
  ],
  [
    'a file that its command names',
    { sketch: { taskId: 'a' }, changes: ['data.json'] },
    { sketch: { taskId: 'b', ...saying('--in=data.json') } },
    ['b names_its_file a'],
  ],
  [
    'a name inside of another',
    { sketch: { taskId: 'a' }, changes: ['data.json'] },
    { sketch: { taskId: 'b', ...saying('old-data.json') } },
    [],
  ],
  [
    'a new file that its own lines name',
    { sketch: { taskId: 'a' }, makes: { 'src/helper.ts': ['x'] } },
    { sketch: { taskId: 'b' }, makes: { 'src/b.ts': ["import './helper.ts'"] } },
    ['b names_its_file a'],
  ],
  [
    'the lines of a new file',
    { sketch: { taskId: 'a' }, makes: { made: ['first line', 'second line'] } },
    { sketch: { taskId: 'b' }, makes: { sum: ['second line', 'first line', 'more'] } },
    ['b repeats_its_lines a'],
  ],
  [
    'a few characters alike',
    { sketch: { taskId: 'a' }, makes: { made: ['x', '}'] } },
    { sketch: { taskId: 'b' }, makes: { sum: ['x', '}'] } },
    [],
  ],
])('%s', (_, a, b, expected) => {
  expect(search([a, b])).toEqual(expected);
});

it('says nothing of tasks that the plan puts in order, and nothing of work that was not there yet', () => {
  const a: Landing = { sketch: { taskId: 'a' }, changes: ['x'] };
  const b: Landing = { sketch: { taskId: 'b' }, changes: ['x'], touches: [{ path: 'x', owner: 'a', how: 'lines' }] };
  expect(search([a, b], { isOrdered: () => true })).toEqual([]);
  const beside = [landed(a, 1), { ...landed(b, 1), taskId: 'b' }];
  expect(findMissing({ landed: beside, isOrdered: () => false, isTooEarly: () => true }).missing).toEqual([]);
});

it('puts what is certain first, then what the rehearsed dag did too early', () => {
  const make = (taskId: string): Landing => ({ sketch: { taskId, ...saying('data.json') } });
  const landings: readonly Landing[] = [
    { sketch: { taskId: 'a' }, changes: ['data.json'] },
    make('late'),
    make('early'),
    { sketch: { taskId: 'sure' }, changes: ['data.json'], touches: [{ path: 'data.json', owner: 'a', how: 'lines' }] },
  ];
  expect(search(landings, { isTooEarly: (task) => task === 'early' })).toEqual([
    'sure changes_its_lines a!',
    'early names_its_file a',
    'late names_its_file a',
  ]);
});
