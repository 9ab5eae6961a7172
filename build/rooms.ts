// Who may import whom: one table, read by the tidy test and by the diagram in ARCHITECTURE.md.

/** A room is a folder below `src`; `imports` lists the rooms its files may import besides themselves. */
export interface Room {
  readonly path: string;
  readonly imports: readonly string[];
  /** Packages and `node:` modules it may import; `node:*` stands for all of Node, `*` for anything. */
  readonly packages: readonly string[];
}

const SHARED = [
  'shared/lib',
  'shared/domain',
  'shared/uet',
  'shared/plan',
  'shared/exchange',
  'shared/events',
  'shared/ipc',
  'shared/ports',
];
const WORKING = [
  'main/scheduling',
  'main/execution',
  'main/integration',
  'main/recovery',
  'main/projects',
  'main/store',
  'main/projections',
];

export const ROOMS: readonly Room[] = [
  { path: 'shared/lib', imports: [], packages: ['picomatch', 'picomatch/posix'] },
  { path: 'shared/domain', imports: ['shared/lib'], packages: [] },
  { path: 'shared/uet', imports: ['shared/lib', 'shared/domain'], packages: [] },
  { path: 'shared/plan', imports: ['shared/lib', 'shared/domain', 'shared/uet'], packages: ['yaml'] },
  {
    path: 'shared/exchange',
    imports: ['shared/lib', 'shared/domain', 'shared/uet', 'shared/plan'],
    packages: ['yaml'],
  },
  { path: 'shared/events', imports: ['shared/lib', 'shared/domain', 'shared/uet', 'shared/plan'], packages: [] },
  {
    path: 'shared/ipc',
    imports: ['shared/lib', 'shared/domain', 'shared/uet', 'shared/plan', 'shared/events', 'shared/ports'],
    packages: [],
  },
  {
    path: 'shared/ports',
    imports: ['shared/lib', 'shared/domain', 'shared/uet', 'shared/plan', 'shared/events', 'shared/ipc'],
    packages: [],
  },
  { path: 'main/scheduling', imports: SHARED, packages: [] },
  { path: 'main/state', imports: [...SHARED, 'main/scheduling'], packages: ['node:crypto'] },
  { path: 'main/execution', imports: SHARED, packages: ['node:*', 'picomatch'] },
  {
    path: 'main/integration',
    imports: SHARED,
    packages: [
      'node:*',
      'simple-git',
      'picomatch',
      'saxes',
      '@vscode/tree-sitter-wasm',
      '@secretlint/core',
      '@secretlint/profiler',
      '@secretlint/secretlint-rule-preset-recommend',
    ],
  },
  { path: 'main/recovery', imports: [...SHARED, 'main/state'], packages: ['node:*'] },
  { path: 'main/projects', imports: SHARED, packages: ['node:*', 'simple-git', 'yaml'] },
  { path: 'main/store', imports: SHARED, packages: ['node:*', 'better-sqlite3'] },
  { path: 'main/projections', imports: [...SHARED, 'main/state'], packages: [] },
  { path: 'main/engine', imports: [...SHARED, ...WORKING, 'main/state'], packages: ['node:crypto'] },
  {
    path: 'main/ipc',
    imports: [...SHARED, 'main/engine', 'main/projections'],
    packages: ['node:*'],
  },
  {
    path: 'main/hosts',
    imports: [...SHARED, ...WORKING, 'main/state', 'main/engine', 'main/ipc'],
    packages: ['node:*', 'ulid', 'ws', 'sirv', 'commander', 'electron'],
  },
  { path: 'preload', imports: [...SHARED], packages: ['electron'] },
  // The renderer's entry joins its rooms, as hosts do in main.
  {
    path: 'renderer',
    imports: [...SHARED, 'renderer/views', 'renderer/widgets', 'renderer/panels', 'renderer/shell'],
    packages: ['*'],
  },
  { path: 'renderer/views', imports: SHARED, packages: ['*'] },
  { path: 'renderer/widgets', imports: [...SHARED], packages: ['*'] },
  { path: 'renderer/panels', imports: [...SHARED, 'renderer/views', 'renderer/widgets'], packages: ['*'] },
  {
    path: 'renderer/shell',
    imports: [...SHARED, 'renderer/views', 'renderer/widgets', 'renderer/panels'],
    packages: ['*'],
  },
];

/** Only these folders may import `electron`. */
export const ELECTRON_ROOMS = ['main/hosts/desktop', 'preload'] as const;
