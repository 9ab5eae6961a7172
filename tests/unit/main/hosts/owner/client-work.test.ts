// An owner knows what its clients have under way before it leaves.
import { expect, it } from 'vitest';
import { clientWork } from '../../../../../src/main/hosts/owner/client-work.ts';
import { fakeService, RUN_ID, runReport } from '../../../../fakes/fake-service.ts';

it('is busy while a call is in flight, also one that fails', async () => {
  const answer = Promise.withResolvers<unknown>();
  const work = clientWork(fakeService({ 'run.list': () => answer.promise }));
  expect(work.busy()).toBe(false);
  const calls = [work.service.call('run.list', {}), work.service.call('patch.list', {})];
  expect(work.busy()).toBe(true);
  await expect(calls[1]).rejects.toThrow('No patch.list here');
  expect(work.busy()).toBe(true);
  answer.resolve({ runs: [] });
  await work.finished();
  expect(work.busy()).toBe(false);
});

it('is busy while a run goes on that a client started and waits for no more', async () => {
  const end = Promise.withResolvers<unknown>();
  const work = clientWork(fakeService({ 'run.start': () => ({ runId: RUN_ID }), 'run.wait': () => end.promise }));
  await work.service.call('run.start', { planFile: 'a.yaml' });
  let finished = false;
  const done = work.finished().then(() => {
    finished = true;
  });
  await Promise.resolve();
  expect(finished).toBe(false);
  end.resolve(runReport());
  await done;
});

it('takes no call up once it refuses, and says so', async () => {
  const service = fakeService({ 'run.list': () => ({ runs: [] }) });
  const work = clientWork(service);
  work.refuse();
  const gone = { code: 'E_OWNER_GONE', values: { announced: true } };
  await expect(work.service.call('run.list', {})).rejects.toMatchObject(gone);
  expect(service.calls).toEqual([]);
});
