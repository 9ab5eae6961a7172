// A command outlives the engine that it asked: what was not taken up is asked of the next one.
import { expect, it } from 'vitest';
import type { Session } from '../../../../../src/main/hosts/cli/cli-ports.ts';
import { lastingSession } from '../../../../../src/main/hosts/cli/lasting-session.ts';
import { ownerGone } from '../../../../../src/main/ipc/wire-error.ts';
import { type Answers, type FakeService, fakeService, RUN_ID, runReport } from '../../../../fakes/fake-service.ts';

const leaving = (announced: boolean) => () => {
  throw ownerGone({ announced });
};

/** Engines in the order in which they are found; the last one stays. */
function engines(...answers: readonly Answers[]): {
  readonly found: FakeService[];
  readonly open: () => Promise<Session>;
} {
  const found: FakeService[] = [];
  const open = async (): Promise<Session> => {
    const service = fakeService(answers[Math.min(found.length, answers.length - 1)]);
    found.push(service);
    return { service, inProcess: false, fault: new Promise(() => {}), close: () => service.close() };
  };
  return { found, open };
}

it('asks the next engine when the first has left', async () => {
  const { found, open } = engines({ 'run.wait': leaving(false) }, { 'run.wait': () => runReport() });
  const session = await lastingSession(open);
  await expect(session.service.call('run.wait', { runId: RUN_ID })).resolves.toMatchObject({ state: 'succeeded' });
  expect(found.map((service) => service.closed())).toEqual([true, false]);
});

it('starts a run once: only where the engine said that it had not taken it up', async () => {
  const started = { 'run.start': () => ({ runId: RUN_ID }) };
  const sure = await lastingSession(engines({ 'run.start': leaving(true) }, started).open);
  await expect(sure.service.call('run.start', { planFile: 'a' })).resolves.toEqual({ runId: RUN_ID });
  const unsure = await lastingSession(engines({ 'run.start': leaving(false) }, started).open);
  await expect(unsure.service.call('run.start', { planFile: 'a' })).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
});

it('opens one engine for calls that fail together, and views go on with it', async () => {
  const { found, open } = engines(
    { 'run.wait': leaving(false), 'run.list': leaving(false) },
    { 'run.wait': () => runReport(), 'run.list': () => ({ runs: [] }) },
  );
  const session = await lastingSession(open);
  const end = session.service.subscribe('runs', {}, () => {});
  await Promise.all([session.service.call('run.wait', { runId: RUN_ID }), session.service.call('run.list', {})]);
  expect(found).toHaveLength(2);
  expect(found[1]?.open).toEqual(new Set(['runs']));
  end();
  expect(found[1]?.open).toEqual(new Set());
});

it('gives up on engines that leave again and again, and passes every other error on', async () => {
  const { found, open } = engines({ 'run.list': leaving(true) });
  const session = await lastingSession(open);
  await expect(session.service.call('run.list', {})).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
  expect(found).toHaveLength(5);
  await expect(session.service.call('run.verify', { runId: RUN_ID })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
});
