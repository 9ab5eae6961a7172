// An attack on the pipeline, as data, and how it is let loose on real git with the real rules.
import { stagePatch } from '../../../../../../src/main/execution/workspaces/stage-patch.ts';
import { actionOf, refuses, worstAction } from '../../../../../../src/shared/domain/action-of.ts';
import type { CapturedPatch, Finding } from '../../../../../../src/shared/domain/patch.ts';
import { toConstraints } from '../../../../../../src/shared/plan/effective-policy.ts';
import type { PatchConstraints } from '../../../../../../src/shared/plan/plan.ts';
import { type Change, captureChange, capturedTree } from '../../../../../fakes/capture-change.ts';
import type { IntegrationFixture } from '../../../../../fakes/integration-fixture.ts';
import { gitIn } from '../../../../../fakes/temp-repository.ts';

/** `refused`: no patch with it gets on. `reviewed`: a person decides, at least. */
export type End = 'refused' | 'reviewed';

export interface Attack {
  readonly name: string;
  /** A file tree that a tool left behind; null deletes. */
  readonly change?: Change;
  /** A tree that no file system would make: path to mode, content "payload". */
  readonly planted?: Readonly<Record<string, string>>;
  /** A patch from elsewhere, as text. */
  readonly text?: string | Buffer;
  readonly end: End;
  /** The rule that must see it; `apply` where git refuses to apply it. */
  readonly rule: string;
  readonly constraints?: Partial<PatchConstraints>;
}

/** What the repository holds before; the first name is in small letters, for NTFS shows it so where case does not count. */
export const ATTACKED = {
  'readme.md': 'hello\n',
  'src/a.ts': 'export const one = 1;\nexport const two = 2;\n',
  'src/b.ts': 'export const b = 1;\n',
  'src/lib/deep.ts': 'export const deep = 1;\n',
  'link.ts': { link: 'src/a.ts' },
  'package.json':
    '{\n  "name": "attacked",\n  "version": "1.0.0",\n  "scripts": { "test": "vitest run", "lint": "biome check" },\n  "dependencies": { "left": "1.0.0" }\n}\n',
  'package-lock.json':
    '{"name":"attacked","lockfileVersion":3,"packages":{"":{"name":"attacked"},"node_modules/left":{"version":"1.0.0","resolved":"https://registry.npmjs.org/left/-/left-1.0.0.tgz","integrity":"sha512-AAAA"}}}\n',
  'yarn.lock':
    '# yarn lockfile v1\n\n\nleft@^1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/left/-/left-1.0.0.tgz#abc"\n  integrity sha512-AAAA\n',
  'Cargo.lock':
    'version = 3\n\n[[package]]\nname = "left"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "aaaa"\n',
  'go.sum': 'example.com/left v1.0.0 h1:AAAA=\n',
  'patchbay.yaml':
    'schema: patchbay/project.v1\nproject_id: attacked\ngates:\n  - gate_id: GATE_UNIT\n    command: [npm, test]\n    required: true\n',
  'vitest.config.ts': 'export default { test: { coverage: { thresholds: { lines: 90, branches: 80 } } } };\n',
  'tests/a.test.ts': "it('adds one and one', () => {\n  expect(1 + 1).toBe(2);\n  expect(2 + 2).toBe(4);\n});\n",
  'tests/test_a.py': 'def test_adds():\n    assert 1 + 1 == 2\n',
  'ci.sh': 'set -e\nnpm test\n',
} as const;

export interface Verdict {
  readonly worst: End | 'passed';
  readonly findings: readonly Finding[];
}

export async function judgeAttack(fixture: IntegrationFixture, attack: Attack): Promise<Verdict> {
  const { integration, git, base } = fixture;
  if (attack.text !== undefined) {
    const diff = Buffer.from(attack.text);
    const said = integration.checkText(diff);
    if (said.some(refuses)) return verdict(said);
    const staged = await stagePatch(git, { useId: 'attack', diff, base });
    if (staged.kind === 'refused') return verdict([...said, applyFault(staged.reason)]);
    if (staged.patch === null) return verdict([...said, applyFault('nothing')]);
    return verdict([...said, ...(await findingsOf(fixture, staged.patch, attack))]);
  }
  const patch =
    attack.change === undefined
      ? await capturedTree(git, base, plantedTree(fixture, attack.planted ?? {}))
      : await captureChange(git, base, attack.change);
  return verdict(await findingsOf(fixture, patch, attack));
}

async function findingsOf(fixture: IntegrationFixture, patch: CapturedPatch, { constraints }: Attack) {
  const { findings } = await fixture.integration.validate({
    patchId: '01ATTACK',
    base: patch.base,
    tree: patch.tree,
    diff: patch.diff,
    scope: { read: [], write: [], create: [], forbidden: [] },
    constraints: {
      ...toConstraints({}, []),
      maxLinesChanged: 100_000,
      maxFilesChanged: 100_000,
      forbidBinary: true,
      ...constraints,
    },
  });
  return findings;
}

function verdict(findings: readonly Finding[]): Verdict {
  const worst = worstAction(findings);
  return {
    worst: worst === null || worst === 'warn' ? 'passed' : worst === 'review' ? 'reviewed' : 'refused',
    findings,
  };
}

function applyFault(reason: string): Finding {
  return { rule: 'apply', severity: 'error', path: '', line: 0, message: reason, advice: '' };
}

/** The rules that refuse, or send to a person. */
export function rulesThatSee({ findings }: Verdict): readonly string[] {
  return [...new Set(findings.filter((one) => actionOf(one) !== 'warn').map((one) => one.rule))];
}

/** Written entry by entry: no working folder and no index would take it. */
function plantedTree({ repo, base }: IntegrationFixture, entries: Readonly<Record<string, string>>): string {
  const blob = gitIn(repo.root, ['hash-object', '-w', '--stdin'], 'payload\n');
  const root: Folder = new Map();
  for (const row of repo.git('ls-tree', '-r', '-z', base).split('\0').filter(Boolean)) {
    const [entry = '', path = ''] = row.split('\t');
    plant(root, path.split('/'), entry);
  }
  for (const [path, mode] of Object.entries(entries)) {
    plant(root, path.split('/'), mode === '160000' ? `${mode} commit ${base}` : `${mode} blob ${blob}`);
  }
  return writeFolder(repo.root, root);
}

/** Names to `mode type oid`, or to what lies below. */
type Folder = Map<string, string | Folder>;

function plant(folder: Folder, [name = '', ...rest]: readonly string[], entry: string): void {
  if (rest.length === 0) {
    folder.set(name, entry);
    return;
  }
  const known = folder.get(name);
  const below: Folder = known instanceof Map ? known : new Map();
  folder.set(name, below);
  plant(below, rest, entry);
}

function writeFolder(root: string, folder: Folder): string {
  const rows = [...folder].map(([name, entry]) => {
    const made = typeof entry === 'string' ? entry : `040000 tree ${writeFolder(root, entry)}`;
    return `${made}\t${name}\0`;
  });
  return gitIn(root, ['mktree', '-z', '--missing'], rows.join(''));
}
