// Python: how tests, linters and type checks are set up, and who manages the environment.
import {
  type Anchor,
  command,
  type Ecosystem,
  type FoundCommand,
  type FoundFramework,
  type FoundSetup,
  folderOf,
  inFolder,
  type RepositoryView,
} from '../evidence.ts';
import { hasSection, requires } from '../manifest-text.ts';

const FRAMEWORKS: Readonly<Record<string, string>> = {
  django: 'Django',
  flask: 'Flask',
  fastapi: 'FastAPI',
  sqlalchemy: 'SQLAlchemy',
  pydantic: 'Pydantic',
  click: 'Click',
  typer: 'Typer',
  numpy: 'NumPy',
  pandas: 'pandas',
  torch: 'PyTorch',
  tensorflow: 'TensorFlow',
  'scikit-learn': 'scikit-learn',
  pytest: 'pytest',
  ruff: 'Ruff',
  mypy: 'mypy',
  streamlit: 'Streamlit',
};

const MANIFEST =
  /^(?:pyproject\.toml|setup\.cfg|setup\.py|tox\.ini|pytest\.ini|mypy\.ini|ruff\.toml|\.ruff\.toml|\.flake8|\.pylintrc|Pipfile|requirements[\w.-]*\.txt)$/;

/** A test file by its name, as pytest and unittest look for it. */
const TEST_FILE = /^(?:test_[^/]*|[^/]*_test)\.py$/;

export const pythonEcosystem: Ecosystem = {
  id: 'python',
  reads: MANIFEST,
  marks:
    /^(?:uv\.lock|poetry\.lock|Pipfile\.lock|pdm\.lock|conftest\.py|__init__\.py|noxfile\.py|pyrightconfig\.json|test_[^/]*\.py|[^/]*_test\.py)$/,
  find(view) {
    const projects = projectsOf(view);
    return {
      packageManagers: [...new Set(projects.map((one) => one.manager.id))],
      frameworks: projects.flatMap((one) => frameworksOf(view, one)),
      commands: notCovered(projects.map((one) => commandsOf(view, one))),
      setups: projects.flatMap((one) => one.manager.setup),
      anchors: projects.flatMap(anchorOf),
    };
  },
};

interface PythonProject {
  readonly folder: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
  readonly manager: Manager;
}

interface Manager {
  readonly id: string;
  /** What comes before the name of a module, `-m` included where python starts it. */
  readonly start: readonly string[];
  /** Where a command looks that shall look at the project's folder. */
  readonly where: string;
  readonly setup: readonly FoundSetup[];
}

/** The root first: what it runs covers the projects below it. */
function notCovered(commands: readonly (readonly FoundCommand[])[]): readonly FoundCommand[] {
  const covered = new Set(commands[0]?.filter((one) => one.folder === '').map((one) => one.purpose));
  return commands.flat().filter((one) => one.folder === '' || !covered.has(one.purpose));
}

/** Folders with a manifest, and the root where it has one or where there are only tests. */
function projectsOf(view: RepositoryView): readonly PythonProject[] {
  const manifests = view.named(MANIFEST);
  const owners = new Set(view.named(/^(?:pyproject\.toml|setup\.py|setup\.cfg|Pipfile)$/).map(folderOf));
  const tests = view.named(TEST_FILE);
  const isRoot = manifests.some((path) => folderOf(path) === '');
  const folders = isRoot || (tests.length > 0 && owners.size === 0) ? ['', ...owners] : [...owners];
  const unique = [...new Set(folders)].sort();
  return unique.map((folder) => ({
    folder,
    files: manifests.filter((path) => folderOf(path) === folder || folderOf(path) === inFolder(folder, 'requirements')),
    tests: tests.filter((path) => folder === '' || path.startsWith(`${folder}/`)),
    manager: managerOf(view, folder),
  }));
}

function managerOf(view: RepositoryView, folder: string): Manager {
  const setup = (argv: readonly string[], lock: string): readonly FoundSetup[] => [
    { argv, keyFiles: [inFolder(folder, lock)], folder },
  ];
  const at = (flag: string) => (folder === '' ? [] : [flag, folder]);
  const where = folder === '' ? '.' : folder;
  if (view.has(inFolder(folder, 'uv.lock')))
    return {
      id: 'uv',
      start: ['uv', 'run', '--frozen', ...at('--project')],
      where,
      setup: setup(['uv', 'sync', '--frozen', ...at('--project')], 'uv.lock'),
    };
  if (view.has(inFolder(folder, 'poetry.lock')))
    return {
      id: 'poetry',
      start: ['poetry', ...at('--directory'), 'run'],
      // Poetry goes into the folder before it runs anything.
      where: '.',
      setup: setup(['poetry', ...at('--directory'), 'install', '--no-interaction'], 'poetry.lock'),
    };
  if (view.has(inFolder(folder, 'Pipfile.lock')) && folder === '')
    return { id: 'pipenv', start: ['pipenv', 'run'], where, setup: setup(['pipenv', 'sync', '--dev'], 'Pipfile.lock') };
  return { id: 'pip', start: [view.windows ? 'py' : 'python3', '-m'], where, setup: [] };
}

/** `args` get the folder to look at and the text that sets the tool up. */
const LINTERS: readonly (Trace & { readonly args: (where: string, text: string) => readonly string[] })[] = [
  { tool: 'ruff', own: ['ruff.toml', '.ruff.toml'], sections: ['tool.ruff'], args: (where) => ['check', where] },
  { tool: 'flake8', own: ['.flake8'], sections: ['flake8'], args: (where) => [where] },
  { tool: 'pylint', own: ['.pylintrc'], sections: ['tool.pylint'], args: (where) => ['--recursive=y', where] },
];

const TYPE_CHECKS: typeof LINTERS = [
  {
    tool: 'mypy',
    own: ['mypy.ini', '.mypy.ini'],
    sections: ['tool.mypy', 'mypy'],
    // A path on the command line would replace the files that are configured.
    args: (where, text) => (/^\s*(?:files|packages|modules)\s*=/m.test(text) ? [] : [where]),
  },
  {
    tool: 'pyright',
    own: ['pyrightconfig.json'],
    sections: ['tool.pyright'],
    args: (where) => ['--project', where],
  },
];

const PYTEST: Trace = {
  tool: 'pytest',
  own: ['pytest.ini', 'conftest.py', 'tests/conftest.py'],
  sections: ['tool.pytest', 'tool:pytest', 'pytest'],
};

function commandsOf(view: RepositoryView, project: PythonProject): readonly FoundCommand[] {
  const { folder, manager, tests } = project;
  const first = (purpose: 'lint' | 'types', tools: typeof LINTERS): readonly FoundCommand[] => {
    for (const tool of tools) {
      const from = evidence(view, project, tool);
      if (from === null) continue;
      const argv = [...manager.start, tool.tool, ...tool.args(manager.where, from.text)];
      return [
        command(purpose, argv, from.said, { folder, module: manager.id === 'pip' ? `python:${tool.tool}` : null }),
      ];
    }
    return [];
  };
  const unit = tests.length > 0 ? [testCommand(view, project)] : [];
  return [...first('lint', LINTERS), ...first('types', TYPE_CHECKS), ...unit];
}

/** pytest where anything speaks for it; the standard library's runner where the tests are written for that; else pytest. */
function testCommand(view: RepositoryView, project: PythonProject): FoundCommand {
  const { folder, tests, manager } = project;
  const chosen = evidence(view, project, PYTEST);
  const read = tests.flatMap((path) => view.text(path) ?? []);
  const forUnittest = read.some((text) => /^\s*(?:import|from)\s+unittest\b/m.test(text));
  const forPytest = read.some((text) => /^\s*(?:import|from)\s+pytest\b/m.test(text));
  if (chosen === null && forUnittest && !forPytest) {
    const standard = manager.id === 'pip' ? manager.start : [...manager.start, 'python', '-m'];
    const top = testRoot(tests, folder);
    const importRoot = view.has(`${top}/__init__.py`) ? folder || '.' : top;
    const [from, root] = [top, importRoot].map((path) => seenBy(project, path));
    const argv = [...standard, 'unittest', 'discover', '-s', from ?? '.', '-t', root ?? '.'];
    return command('unit', argv, `${tests[0]} imports unittest`, { folder });
  }
  const module = manager.id === 'pip' ? 'python:pytest' : null;
  const argv = [...manager.start, 'pytest', ...(manager.where === '.' ? [] : [manager.where])];
  return command('unit', argv, chosen?.said ?? `${tests[0]} is a test`, { folder, module });
}

/** A path as a command sees it that may run inside the project's folder. */
function seenBy({ folder, manager }: PythonProject, path: string): string {
  if (manager.where !== '.' || folder === '') return path;
  return path === folder ? '.' : path.slice(folder.length + 1);
}

/** The folder that holds all tests. */
function testRoot(tests: readonly string[], folder: string): string {
  const [first = ''] = tests;
  let root = folderOf(first);
  while (root !== '' && !tests.every((path) => path.startsWith(`${root}/`))) root = folderOf(root);
  return root || folder || '.';
}

interface Trace {
  readonly tool: string;
  /** Files of its own. */
  readonly own: readonly string[];
  /** Its sections in files that tools share. */
  readonly sections: readonly string[];
}

/** Where the tool is set up, or null: a file of its own, a section, or a requirement. */
function evidence(view: RepositoryView, { folder, files }: PythonProject, trace: Trace): Evidence | null {
  const file = trace.own.map((name) => inFolder(folder, name)).find((path) => view.has(path));
  if (file !== undefined) return { said: file, text: view.text(file) ?? '' };
  for (const path of files) {
    const text = view.text(path) ?? '';
    const section = trace.sections.find((one) => hasSection(text, one));
    if (section !== undefined) return { said: `${path}, [${section}]`, text };
  }
  const required = files.find((path) => requires(view.text(path), trace.tool));
  return required === undefined ? null : { said: `${required} requires ${trace.tool}`, text: '' };
}

interface Evidence {
  /** For people. */
  readonly said: string;
  /** The text that sets the tool up; empty where it is only required. */
  readonly text: string;
}

function frameworksOf(view: RepositoryView, { files }: PythonProject): readonly FoundFramework[] {
  return Object.entries(FRAMEWORKS).flatMap(([name, framework]) => {
    const file = files.find((path) => requires(view.text(path), name) || hasSection(view.text(path), `tool.${name}`));
    return file === undefined ? [] : [{ framework, indicator: `${file}: ${name}` }];
  });
}

function anchorOf({ folder, files, tests }: PythonProject): readonly Anchor[] {
  const manifest = files.find((path) => /(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(path));
  const found: Anchor[] = [];
  if (manifest !== undefined)
    found.push({ domain: 'software-dev', strength: 0.4, because: `${manifest} is a package`, folder });
  if (tests.length > 0)
    found.push({ domain: 'software-dev', strength: 0.2, because: `${tests.length} Python test files`, folder });
  return found;
}
