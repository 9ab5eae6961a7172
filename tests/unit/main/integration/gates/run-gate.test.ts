// A gate is a real program in a real folder; its verdict is about the tree and the tree never changes.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GateDefinition } from '../../../../../src/shared/plan/plan.ts';
import type { GateOrder } from '../../../../../src/shared/ports/integration.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
});
afterEach(() => fixture.close());

let runs = 0;
function order(script: string, gate: Partial<GateDefinition> = {}): GateOrder {
  runs += 1;
  return {
    gateRunId: `01GATE${runs}`,
    runId: '01RUN',
    gate: {
      gateId: 'GATE_UNIT',
      kind: 'unit',
      argv: [process.execPath, '-e', script],
      shell: false,
      after: [],
      required: true,
      timeoutMs: 20_000,
      expectedExit: 0,
      env: {},
      ...gate,
    },
    commit: fixture.base,
    base: fixture.base,
    tree: fixture.repo.git('rev-parse', `${fixture.base}^{tree}`),
    setup: { commands: [], copyIgnored: [], env: { FROM_SETUP: 'yes' }, keyFiles: [], timeoutMs: 1000 },
  };
}
const run = (script: string, gate?: Partial<GateDefinition>) => fixture.integration.runGate(order(script, gate));

describe('runGate', () => {
  it('passes and fails by the expected exit code', async () => {
    expect(await run('process.exit(0)')).toMatchObject({ verdict: 'passed', exitCode: 0, cached: false });
    const failed = await run('console.log("3 tests failed"); process.exit(3)');
    expect(failed).toMatchObject({ verdict: 'failed', exitCode: 3, tail: '3 tests failed\n' });
    expect(failed.message).toBe('it ended with exit code 3, 0 was expected');
    expect(await run('process.exit(3)', { expectedExit: 3 })).toMatchObject({ verdict: 'passed', exitCode: 3 });
  });

  it('sees the candidate’s files and only the environment it was given', async () => {
    process.env.PATCHBAY_TEST_SECRET = 'secret';
    const script = `
      const { FROM_SETUP, FROM_GATE, PATCHBAY_TEST_SECRET, PATCHBAY_RUN, HOME } = process.env;
      console.log(require('fs').readFileSync('a.txt', 'utf8').trim(), FROM_SETUP, FROM_GATE, PATCHBAY_TEST_SECRET, PATCHBAY_RUN, HOME.includes('01GATE'));`;
    const outcome = await run(script, { env: { FROM_GATE: 'ok' } });
    delete process.env.PATCHBAY_TEST_SECRET;
    expect(outcome.tail).toBe('a yes ok undefined 01RUN true\n');
  });

  it('uses a shell only where the plan says so', async () => {
    expect(await run('', { shell: true, argv: ['exit 7'], expectedExit: 7 })).toMatchObject({ verdict: 'passed' });
    expect(await run('', { argv: ['exit 7'] })).toMatchObject({ verdict: 'error' });
  });

  it('is an error, with advice, when it cannot start, takes too long or cannot be set up', async () => {
    const missing = await run('', { argv: ['no-such-program'] });
    expect(missing).toMatchObject({ verdict: 'error', exitCode: null });
    expect(missing.message).toMatch(/could not be started.*Install it, and make sure that it is on the PATH/);
    expect(missing.missing).toBe('no-such-program');
    const slow = await run('setInterval(() => {}, 1000)', { timeoutMs: 300 });
    expect(slow).toMatchObject({ verdict: 'error', message: expect.stringContaining('longer than 0.3 s') });
    const base = order('');
    const unset = await fixture.integration.runGate({ ...base, setup: { ...base.setup, commands: [['false']] } });
    expect(unset).toMatchObject({ verdict: 'error', message: expect.stringContaining('No set-up here') });
  });

  it('can be stopped', async () => {
    const waiting = order('require("fs").writeFileSync("started", ""); setInterval(() => {}, 1000)');
    const outcome = fixture.integration.runGate(waiting);
    await expect
      .poll(() => existsSync(join(fixture.repo.folder, 'workspaces', waiting.gateRunId, 'files', 'started')))
      .toBe(true);
    fixture.integration.stopGate(waiting.gateRunId);
    expect(await outcome).toMatchObject({ verdict: 'error', message: expect.stringContaining('was stopped') });
    fixture.integration.stopGate('unknown');
  });

  it('keeps whole output in files and a clean end of it in the outcome', async () => {
    const script = `
      process.stdout.write('x'.repeat(10000) + 'ü'.repeat(10) + '\\u001b[31mred\\u001b[0m\\u0000\\u0007\\n');
      process.stderr.write(Buffer.from([0xff, 0xfe, 0x41, 0x0a]));`;
    const { tail, logs } = await run(script);
    expect(Buffer.byteLength(tail)).toBeLessThanOrEqual(4096);
    expect(tail).toMatch(/ü{10}red\n/);
    expect(tail.endsWith('A\n')).toBe(true);
    expect([...tail].filter((char) => char < ' ' && char !== '\n')).toEqual([]);
    expect(readFileSync(join(logs ?? '', 'stdout.log')).length).toBeGreaterThan(10_000);
  });

  it('throws its folder away and says which tracked files it changed', async () => {
    const asked = order(
      'const fs = require("fs"); fs.writeFileSync("a.txt", "A\\n"); fs.rmSync("b.txt"); fs.writeFileSync("new", "")',
    );
    const outcome = await fixture.integration.runGate(asked);
    expect(outcome.message).toContain('changed 2 tracked file(s), which was not kept: a.txt, b.txt');
    expect(existsSync(join(fixture.repo.folder, 'workspaces', asked.gateRunId))).toBe(false);
    expect((await run('1')).message).toBe('');
  });

  it('names the tests that failed, from its report or from what it prints', async () => {
    const xml =
      '<testsuite name="s"><testcase name="adds" file="a.txt" line="1"><failure message="no"/></testcase></testsuite>';
    const report = { format: 'junit', file: 'out/report.xml' } as const;
    const write = `const fs = require('fs'); fs.mkdirSync('out'); fs.writeFileSync('out/report.xml', ${JSON.stringify(xml)});`;
    const failing = [{ name: 's > adds', file: 'a.txt', line: 1, message: 'no' }];
    expect(await run(`${write} process.exit(1)`, { report })).toMatchObject({ verdict: 'failed', failures: failing });
    const printed = await run(`console.log('TAP version 13\\nnot ok 1 - adds'); process.exit(1)`);
    expect(printed.failures).toEqual([{ name: 'adds', file: null, line: null, message: '' }]);
    expect(await run('process.exit(1)')).not.toHaveProperty('failures');
    const denied = await run(write, { report });
    expect(denied).toMatchObject({ verdict: 'failed', exitCode: 0, failures: failing });
    expect(denied.message).toContain('its report names 1 failing test(s), whatever its exit code says');
  });

  it('takes no report of the repository or from beyond the workspace for its own', async () => {
    const old = await run('process.exit(1)', { report: { format: 'junit', file: 'a.txt' } });
    expect(old.message).toContain('it left no report a.txt');
    writeFileSync(
      join(fixture.repo.folder, 'beyond.xml'),
      '<testsuite><testcase name="x"><failure/></testcase></testsuite>',
    );
    const link = `require('fs').symlinkSync(${JSON.stringify(join(fixture.repo.folder, 'beyond.xml'))}, 'r.xml'); process.exit(1)`;
    const linked = await run(link, { report: { format: 'junit', file: 'r.xml' } });
    expect(linked).not.toHaveProperty('failures');
  });

  it('tells a flaky gate from a failed one by running it once more on the same tree', async () => {
    const counter = join(fixture.repo.folder, 'counter');
    const flaky = (script: string) => `
      const fs = require('fs'); const runs = fs.existsSync(${JSON.stringify(counter)}) ? 2 : 1;
      fs.writeFileSync(${JSON.stringify(counter)}, ''); ${script}`;
    const once = flaky("if (runs === 1) { console.log('TAP version 13\\nnot ok 1 - sometimes'); process.exit(1); }");
    const asked = order(once, { rerun: true });
    const outcome = await fixture.integration.runGate(asked);
    expect(outcome).toMatchObject({ verdict: 'passed', flaky: true, failures: [{ name: 'sometimes' }] });
    expect(outcome.message).toContain(
      'it is flaky: it failed and then passed on the same tree, which counts as passed',
    );
    expect(await fixture.integration.runGate({ ...asked, gateRunId: '01LATER' })).toMatchObject({ cached: false });
    rmSync(counter);
    expect(await run(once, { rerun: true, flaky: 'fail' })).toMatchObject({
      verdict: 'failed',
      flaky: true,
      exitCode: 1,
    });
    rmSync(counter);
    expect(await run(once)).toMatchObject({ verdict: 'failed', exitCode: 1 });
    rmSync(counter);
    const twice = flaky(
      `console.log('TAP version 13\\nnot ok 1 - always'); if (runs === 1) console.log('not ok 2 - once'); process.exit(1);`,
    );
    const failed = await run(twice, { rerun: true });
    expect(failed).not.toHaveProperty('flaky');
    expect(failed).toMatchObject({ verdict: 'failed', failures: [{ name: 'always' }] });
    expect(failed.message).toContain('1 of its failing tests passed the second time');
  });

  it('is asked again where it says so, or where a file that is copied beside the tree has changed', async () => {
    const asked = order('', { cache: false });
    await fixture.integration.runGate(asked);
    expect(await fixture.integration.runGate({ ...asked, gateRunId: '01A' })).toMatchObject({ cached: false });
    const plain = order('0');
    const withEnv = { ...plain, setup: { ...plain.setup, copyIgnored: ['.env'] } };
    writeFileSync(join(fixture.repo.root, '.env'), 'A=1');
    await fixture.integration.runGate(withEnv);
    expect(await fixture.integration.runGate({ ...withEnv, gateRunId: '01B' })).toMatchObject({ cached: true });
    writeFileSync(join(fixture.repo.root, '.env'), 'A=2');
    expect(await fixture.integration.runGate({ ...withEnv, gateRunId: '01C' })).toMatchObject({ cached: false });
  });

  it('begins with a clean folder where a crash left one of the same run', async () => {
    const asked = order("process.exit(require('fs').existsSync('left.txt') ? 1 : 0)");
    const folder = join(fixture.repo.folder, 'workspaces', asked.gateRunId, 'files');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'left.txt'), '');
    expect(await fixture.integration.runGate(asked)).toMatchObject({ verdict: 'passed' });
  });

  it('asks once about a tree that passed: same gate, tree and environment', async () => {
    const first = order('console.log("ran")');
    const again = { ...first, gateRunId: '01AGAIN' };
    expect(await fixture.integration.runGate(first)).toMatchObject({ verdict: 'passed', cached: false });
    expect(await fixture.integration.runGate(again)).toMatchObject({ verdict: 'passed', cached: true, tail: 'ran\n' });
    const otherTree = { ...again, tree: '4b825dc642cb6eb9a060e54bf8d69288fbee4904', gateRunId: '01TREE' };
    expect(await fixture.integration.runGate(otherTree)).toMatchObject({ cached: false });
    const otherEnv = { ...again, gateRunId: '01ENV', gate: { ...first.gate, env: { A: '1' } } };
    expect(await fixture.integration.runGate(otherEnv)).toMatchObject({ cached: false });
    expect(JSON.parse(readFileSync(join(fixture.repo.folder, 'artifacts', 'gate-cache.json'), 'utf8'))).toHaveLength(3);
  });

  it('asks again about a tree that failed, for the cause may lie beside the tree', async () => {
    const mended = JSON.stringify(join(fixture.repo.folder, 'mended'));
    const first = order(`process.exit(require("fs").existsSync(${mended}) ? 0 : 1)`);
    expect(await fixture.integration.runGate(first)).toMatchObject({ verdict: 'failed' });
    writeFileSync(join(fixture.repo.folder, 'mended'), '');
    const again = { ...first, gateRunId: '01AGAIN' };
    expect(await fixture.integration.runGate(again)).toMatchObject({ verdict: 'passed', cached: false });
  });
});
