// Tests the lasting link: calls, subscriptions and what survives a lost channel.
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../../src/renderer/views/connection.ts';
import type { Channel, ClientMessage, ServerMessage } from '../../../../src/shared/ipc/wire.ts';
import { PatchbayError } from '../../../../src/shared/lib/errors.ts';

class TestChannel implements Channel<ClientMessage, ServerMessage> {
  readonly sent: ClientMessage[] = [];
  #message: (message: ServerMessage) => void = () => undefined;
  #close: () => void = () => undefined;
  send(message: ClientMessage): void {
    this.sent.push(message);
  }
  onMessage(listener: (message: ServerMessage) => void): void {
    this.#message = listener;
  }
  onClose(listener: () => void): void {
    this.#close = listener;
  }
  close(): void {
    this.#close();
  }
  answer(message: ServerMessage): void {
    this.#message(message);
  }
}

/** A link whose channels and timers the test moves by hand. */
function link(opens: (() => Promise<TestChannel>)[], project: string | null = null) {
  const waits: { ms: number; go: () => void }[] = [];
  const connection = new Connection({
    project,
    open: () => opens.shift()?.() ?? new Promise(() => undefined),
    later: (ms, go) => void waits.push({ ms, go }),
    jitter: () => 0,
  });
  const turns = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const retry = async () => {
    waits.shift()?.go();
    await turns();
  };
  return { connection, waits, turns, retry };
}

const fine = (channel: TestChannel) => () => Promise.resolve(channel);
const down = () => Promise.reject(new PatchbayError('E_OWNER_GONE', 'down', ''));
const runId = '01JFXTVRE0PATCHBAY00000001';

describe('Connection', () => {
  it('holds calls until the channel is open and settles them by id', async () => {
    const channel = new TestChannel();
    const { connection, turns } = link([fine(channel)]);
    const answer = connection.call('run.list', {});
    expect(channel.sent).toEqual([]);
    await turns();
    expect(connection.linkState()).toBe('open');
    expect(channel.sent).toEqual([{ t: 'call', id: 1, method: 'run.list', params: {} }]);
    channel.answer({ t: 'result', id: 1, result: { runs: [] } });
    await expect(answer).resolves.toEqual({ runs: [] });
  });

  it('rejects a refused call with its code and advice', async () => {
    const channel = new TestChannel();
    const { connection, turns } = link([fine(channel)]);
    await turns();
    const answer = connection.call('run.report', { runId });
    channel.answer({ t: 'error', id: 1, error: { code: 'E_NOT_FOUND', message: 'no', advice: 'look', values: {} } });
    await expect(answer).rejects.toMatchObject({ code: 'E_NOT_FOUND', advice: 'look' });
  });

  it('after a lost channel subscribes again and repeats reads, but never a write', async () => {
    const first = new TestChannel();
    const second = new TestChannel();
    const { connection, turns, retry } = link([fine(first), fine(second)]);
    await turns();
    const pushes: unknown[] = [];
    connection.subscribe('runs', {}, { onPush: (push) => pushes.push(push), onError: () => undefined });
    const read = connection.call('run.list', {});
    const write = connection.call('run.start', { planFile: 'a.plan.yaml' });
    first.close();
    expect(connection.linkState()).toBe('reconnecting');
    await expect(write).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
    await retry();
    expect(second.sent).toEqual([
      { t: 'subscribe', id: 1, view: 'runs', params: {} },
      { t: 'call', id: 2, method: 'run.list', params: {} },
    ]);
    second.answer({ t: 'result', id: 2, result: { runs: [] } });
    second.answer({ t: 'push', id: 1, push: 'snapshot' });
    await expect(read).resolves.toEqual({ runs: [] });
    expect(pushes).toEqual(['snapshot']);
  });

  it('sends a write that was asked for while there was no channel once there is one', async () => {
    const second = new TestChannel();
    const { connection, turns, retry } = link([down, fine(second)]);
    await turns();
    void connection.call('run.start', { planFile: 'a.plan.yaml' });
    await retry();
    expect(second.sent).toEqual([{ t: 'call', id: 1, method: 'run.start', params: { planFile: 'a.plan.yaml' } }]);
  });

  it('waits longer after every failure, and starts over after a success', async () => {
    const channel = new TestChannel();
    const { waits, turns, retry } = link([down, down, down, fine(channel)]);
    await turns();
    const seen: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      seen.push(waits[0]?.ms ?? 0);
      await retry();
    }
    expect(seen).toEqual([100, 200, 400]);
    channel.close();
    expect(waits[0]?.ms).toBe(100);
  });

  it('subscribes again on the same channel when a supervising host says the engine is back', async () => {
    const channel = new TestChannel();
    const { connection, turns } = link([fine(channel)]);
    await turns();
    connection.subscribe('project', {}, { onPush: () => undefined, onError: () => undefined });
    channel.answer({ t: 'engine', state: 'down' });
    expect(connection.linkState()).toBe('reconnecting');
    channel.answer({ t: 'engine', state: 'up' });
    expect(connection.linkState()).toBe('open');
    expect(channel.sent.filter((message) => message.t === 'subscribe')).toHaveLength(2);
  });

  it('stops trying when the key is refused', async () => {
    const refused = () => Promise.reject(new PatchbayError('E_UNAUTHORISED', 'no key', ''));
    const { connection, waits, turns } = link([refused]);
    await turns();
    expect(connection.linkState()).toBe('locked');
    expect(waits).toEqual([]);
  });

  it('does not subscribe again to what nobody looks at any more', async () => {
    const first = new TestChannel();
    const second = new TestChannel();
    const { connection, turns, retry } = link([fine(first), fine(second)]);
    await turns();
    connection.subscribe('runs', {}, { onPush: () => undefined, onError: () => undefined })();
    expect(first.sent.at(-1)).toEqual({ t: 'unsubscribe', id: 1 });
    first.close();
    await retry();
    expect(second.sent).toEqual([]);
  });
});

it('names the project of the page in every message, also after a reconnect', async () => {
  const first = new TestChannel();
  const second = new TestChannel();
  const { connection, retry, turns } = link([() => Promise.resolve(first), () => Promise.resolve(second)], 'shop-1');
  await turns();
  connection.subscribe('runs', {}, { onPush: () => {}, onError: () => {} });
  void connection.call('run.list', {});
  first.close();
  await retry();
  for (const channel of [first, second])
    expect(channel.sent.map((message) => ('project' in message ? message.project : null))).toEqual([
      'shop-1',
      'shop-1',
    ]);
});
