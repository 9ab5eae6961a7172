// Every class of attack is stopped or goes to a person, through real git and the rules on the result; nothing is written outside.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caselessFolder } from '../../../../../fakes/caseless-folder.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../../fakes/integration-fixture.ts';
import { ATTACKED, type Attack, judgeAttack, rulesThatSee } from './attack.ts';
import { CONTENT_ATTACKS } from './content-attacks.ts';
import { NAME_ATTACKS } from './name-attacks.ts';
import { TEXT_ATTACKS } from './text-attacks.ts';

const GROUPS = { names: NAME_ATTACKS, text: TEXT_ATTACKS, content: CONTENT_ATTACKS };
const EVERYTHING = Object.values(GROUPS).flat();

const caseless = caselessFolder();
if (caseless === null) {
  console.warn(
    'No file system without case can be mounted here (root, and ntfs-3g or a kernel with folded names): left out.',
  );
}
const PLACES = [
  { on: 'a normal file system', parent: undefined },
  ...(caseless === null ? [] : [{ on: caseless.kind, parent: caseless.path }]),
];

afterAll(() => caseless?.close());

describe.each(PLACES)('attacks on $on', ({ parent }) => {
  let fixture: IntegrationFixture;
  let before: ReadonlyMap<string, string>;

  beforeAll(async () => {
    fixture = await integrationFixture(ATTACKED, parent);
    writeFileSync(join(fixture.repo.folder, 'secret'), 'not for anybody\n');
    before = outside(fixture);
  });
  afterAll(() => fixture.close());

  async function expectStopped(attack: Attack): Promise<void> {
    const verdict = await judgeAttack(fixture, attack);
    const seen = JSON.stringify(verdict.findings, null, 1);
    expect(verdict.worst, seen).not.toBe('passed');
    if (attack.end === 'refused') expect(verdict.worst, seen).toBe('refused');
    if (attack.rule !== '*') expect(rulesThatSee(verdict), seen).toContain(attack.rule);
  }

  describe.each(Object.entries(GROUPS))('by %s', (_group, attacks) => {
    it.each(attacks)('$end: $name', expectStopped);
  });

  it('none of them wrote anything into the checkout, into git’s settings, or beside the repository', () => {
    expect(outside(fixture)).toEqual(before);
  });

  it('a secret is never repeated in what is said of it', async () => {
    for (const attack of CONTENT_ATTACKS.filter(({ rule }) => rule === 'secrets')) {
      const said = JSON.stringify((await judgeAttack(fixture, attack)).findings);
      for (const secret of ['aBcDeFgHiJ', 'MIIEow', 'q7Zt3LkP', 'hunter2']) expect(said).not.toContain(secret);
    }
  });
});

it('there are more than a hundred of them, and none named twice', () => {
  const names = EVERYTHING.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
});

/** Every file of the checkout and beside it, but not what git keeps for itself. */
function outside({ repo }: IntegrationFixture): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.name === '.git' || path === join(repo.folder, 'shadow')) continue;
      if (entry.isDirectory()) visit(path);
      else found.set(path, entry.isFile() ? readFileSync(path, 'latin1') : entry.name);
    }
  };
  visit(repo.folder);
  for (const name of ['config', 'HEAD']) found.set(name, readFileSync(join(repo.root, '.git', name), 'latin1'));
  found.set('hooks', String(statSync(join(repo.root, '.git/hooks'), { throwIfNoEntry: false })?.mtimeMs));
  return found;
}
