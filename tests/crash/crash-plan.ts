// The plan that the crash suite runs: a chain, a diamond, parallel tasks, a merge, processes, gates, one failing try and a direct edit.

/** What the user's repository holds at the run's base. */
export const BASE_FILES: Readonly<Record<string, string>> = {
  // The work of one workstream is landed without becoming a patch.
  'patchbay.yaml':
    'schema: patchbay/project.v1\nproject_id: crash\nflags: { workstreams: { WS-2: { patch_mode: false } } }\n',
  'README.md': '# Crash\n\nA repository for runs that are killed.\n',
  'src/chain.txt': 'zero\n',
  'src/shared.txt': `${Array.from({ length: 40 }, (_, line) => `line ${line + 1}`).join('\n')}\n`,
  'src/old-name.txt': 'a file that moves\n',
  'src/unused.txt': 'a file that goes\n',
  'docs/ünïcode name.txt': 'a name that is not plain\n',
  ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`lib/part-${at}/file.txt`, `part ${at}\n`])),
};

/** What the run's head must hold in the end, byte for byte; paths not named are as in the base, null is gone. */
export const FINAL_FILES: Readonly<Record<string, string | null>> = {
  'src/chain.txt': 'one\ntwo\nthree\n',
  'src/shared.txt': (BASE_FILES['src/shared.txt'] ?? '')
    .replace('line 2\n', 'line 2, from the left\n')
    .replace('line 38\n', 'line 38, from the right\n'),
  'src/old-name.txt': null,
  'src/new-name.txt': 'a file that moves\n',
  'src/unused.txt': null,
  'src/top.txt': 'top of the diamond\n',
  'src/made.txt': 'made by a process\n',
  'docs/notes.txt': 'fixed\n',
  'src/direct.txt': 'landed directly\n',
};

export const TASK_IDS: readonly string[] = [
  'chain-1',
  'chain-2',
  'chain-3',
  'top',
  'left',
  'right',
  'bottom',
  'process',
  'mended',
  'direct',
];

/** No shell and no git repository needed, three milliseconds: passes while nothing holds the word. */
const GATE = '[git, grep, --no-index, -q, BROKEN, --, docs]';
/** Writes, then stays a while: a kill then leaves a process behind that somebody has to end. */
const PROGRAM = `require('fs').writeFileSync('src/made.txt', 'made by a process\\n'); setTimeout(() => {}, 250)`;

const task = (id: string, after: readonly string[], rest: string) =>
  `          - { task_id: ${id}, name: Task ${id}, kind: code_edit, depends_on: [${after.join(', ')}], ${rest} }`;
const script = (edits: string, more = '') => `tool: script, script: { edits: [${edits}] }${more}`;
const GATED = ', gates: [clean]';

const TASKS: readonly string[] = [
  task('chain-1', [], script('{ write: src/chain.txt, text: "one\\n" }')),
  task('chain-2', ['chain-1'], script('{ append: src/chain.txt, text: "two\\n" }', GATED)),
  task('chain-3', ['chain-2'], script('{ append: src/chain.txt, text: "three\\n" }')),
  task('top', [], script('{ write: src/top.txt, text: "top of the diamond\\n" }', GATED)),
  task('left', ['top'], script('{ replace: src/shared.txt, find: "line 2\\n", with: "line 2, from the left\\n" }')),
  task('right', ['top'], script('{ replace: src/shared.txt, find: "line 38\\n", with: "line 38, from the right\\n" }')),
  task(
    'bottom',
    ['left', 'right'],
    script('{ move: src/old-name.txt, to: src/new-name.txt }, { delete: src/unused.txt }'),
  ),
  task(
    'process',
    [],
    `tool: command, command: { argv: [${JSON.stringify(process.execPath)}, -e, ${JSON.stringify(PROGRAM)}] }`,
  ),
  task(
    'mended',
    [],
    'tool: script, gates: [clean], script: { attempts: [{ edits: [{ write: docs/notes.txt, text: "BROKEN\\n" }] }, { edits: [{ write: docs/notes.txt, text: "fixed\\n" }] }] }',
  ),
];

export const PLAN_TEXT = `schema: patchbay/plan.v1
plan_id: crash
project_id: crash
name: Survive
strategy: dag
gates:
  - { gate_id: clean, kind: lint, command: ${GATE}, expected_exit: 1, timeout_seconds: 60 }
phases:
  - phase_id: PH-1
    name: Only
    workstreams:
      - workstream_id: WS-1
        name: Only
        objective: Nine commits, each exactly once
        tasks:
${TASKS.join('\n')}
      - workstream_id: WS-2
        name: Unprotected
        objective: A direct edit among them, once as well
        tasks:
${task('direct', [], script('{ write: src/direct.txt, text: "landed directly\\n" }', GATED))}
`;
