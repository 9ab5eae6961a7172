// The built-in security gate: what the result tree holds is judged, whoever brought it there.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GateOrder } from '../../../../../src/shared/ports/integration.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture({ 'a.txt': 'a\n' });
});
afterEach(() => fixture.close());

const KEY = ['ghp', '0123456789abcdefghijklmnopqrstuvwxyz'].join('_');

function order(files: Readonly<Record<string, string>>, more: Partial<GateOrder> = {}): GateOrder {
  const commit = fixture.repo.commit(files, 'change');
  const setup = { commands: [], copyIgnored: [], env: {}, keyFiles: [], timeoutMs: 1000 };
  const limits = { shell: false, after: [], required: true, timeoutMs: 1000, expectedExit: 0, env: {} };
  return {
    ...{ gateRunId: '01GATE', runId: '01RUN', commit, base: fixture.base, setup },
    gate: { gateId: 'security', kind: 'security', argv: [], builtIn: true, ...limits },
    tree: fixture.repo.git('rev-parse', `${commit}^{tree}`),
    ...more,
  };
}

test('passes on a change that harms nobody, and remembers it', async () => {
  const asked = order({ 'b.txt': 'plain\n' });
  expect(await fixture.integration.runGate(asked)).toMatchObject({ verdict: 'passed', cached: false });
  expect(await fixture.integration.runGate({ ...asked, gateRunId: '01B' })).toMatchObject({ cached: true });
});

test('fails on a secret, with file and line, and never shows the secret', async () => {
  const outcome = await fixture.integration.runGate(order({ 'config.js': `const a = 1;\nconst token = '${KEY}';\n` }));
  expect(outcome.verdict).toBe('failed');
  expect(outcome.failures).toContainEqual(expect.objectContaining({ name: 'secrets', file: 'config.js', line: 2 }));
  expect(JSON.stringify(outcome)).not.toContain(KEY);
});

test('lets pass what a person approved of, and asks again where that is another base', async () => {
  const asked = order({ 'config.js': `const token = '${KEY}';\n` });
  const [failure] = (await fixture.integration.runGate(asked)).failures ?? [];
  expect(failure?.name).toBe('secrets');
  const first = await fixture.integration.validate({
    ...{ patchId: 'p', base: asked.base, tree: asked.tree },
    diff: await fixture.integration.diffBetween(asked.base, asked.tree),
    scope: { read: [], write: [], create: [], forbidden: [] },
    constraints: {
      ...{ patchRequired: false, maxLinesChanged: 9, maxFilesChanged: 9, forbidBinary: false, forbidPaths: [] },
      ...{ requireTestsFor: [], testGates: [], asciiOnly: false, requireDocUpdate: false },
    },
  });
  const waived = first.findings.map(({ rule, path, message }) => ({ rule, path, message }));
  const approved = { ...asked, gateRunId: '01C', waived };
  expect(await fixture.integration.runGate(approved)).toMatchObject({ verdict: 'passed', cached: false });
  const elsewhere = { ...approved, gateRunId: '01D', base: asked.commit };
  expect(await fixture.integration.runGate(elsewhere)).toMatchObject({ cached: false });
});
