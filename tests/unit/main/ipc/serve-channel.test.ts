// The door of the service: what it lets in, what it answers, what it ends.
import { describe, expect, it } from 'vitest';
import { oneService } from '../../../../src/main/ipc/one-service.ts';
import { CLIENT_LIMITS, serve } from '../../../../src/main/ipc/serve-channel.ts';
import { serviceClient } from '../../../../src/main/ipc/service-client.ts';
import type { Channel, ClientMessage, ServerMessage } from '../../../../src/shared/ipc/wire.ts';
import { PatchbayError } from '../../../../src/shared/lib/errors.ts';
import { channelPair } from '../../../fakes/channel-pair.ts';
import { type Answers, type FakeService, fakeService, RUN_ID, runReport } from '../../../fakes/fake-service.ts';

interface Rig {
  readonly service: FakeService;
  readonly wire: Channel<ClientMessage, ServerMessage>;
  /** The next message from the service. */
  next(): Promise<ServerMessage>;
}

function rig(answers: Answers = {}): Rig {
  const service = fakeService(answers);
  const { left, right } = channelPair<ClientMessage, ServerMessage>();
  serve(right, oneService(service));
  const inbox: ServerMessage[] = [];
  const takers: ((message: ServerMessage) => void)[] = [];
  left.onMessage((message) => {
    const taker = takers.shift();
    if (taker) taker(message);
    else inbox.push(message);
  });
  const next = () => {
    const message = inbox.shift();
    return message ? Promise.resolve(message) : new Promise<ServerMessage>((resolve) => takers.push(resolve));
  };
  return { service, wire: left, next };
}

describe('serve', () => {
  it('answers a call with its result under the same id', async () => {
    const { wire, next } = rig({ 'run.report': () => runReport() });
    wire.send({ t: 'call', id: 7, method: 'run.report', params: { runId: RUN_ID } });
    expect(await next()).toEqual({ t: 'result', id: 7, result: runReport() });
  });

  it.each([
    ['an unknown method', 'run.explode', {}],
    ['a name of the prototype', 'constructor', {}],
    ['a missing value', 'run.report', {}],
    ['a value of the wrong form', 'run.report', { runId: '../../etc' }],
    ['a value that is not in the contract', 'run.report', { runId: RUN_ID, extra: 1 }],
    ['no object at all', 'run.list', null],
  ])('refuses %s with E_USAGE and never calls the service', async (_what, method, params) => {
    const { wire, next, service } = rig({ 'run.report': () => runReport(), 'run.list': () => ({ runs: [] }) });
    wire.send({ t: 'call', id: 1, method, params });
    expect(await next()).toMatchObject({ t: 'error', id: 1, error: { code: 'E_USAGE' } });
    expect(service.calls).toEqual([]);
  });

  it.each([{ t: 'nonsense', id: 3 }, { t: 'call', id: 'x', method: 'run.list' }, 'text', null, [1]])(
    'refuses the malformed message %j and stays open',
    async (message) => {
      const { wire, next } = rig({ 'run.list': () => ({ runs: [] }) });
      wire.send(message as never); // not of the contract on purpose
      expect(await next()).toMatchObject({ t: 'error', error: { code: 'E_USAGE' } });
      wire.send({ t: 'call', id: 4, method: 'run.list', params: {} });
      expect(await next()).toMatchObject({ t: 'result', id: 4 });
    },
  );

  it('sends code, sentence, advice and values of an error, but no stack', async () => {
    const { wire, next } = rig({
      'run.list': () => {
        throw new Error('boom');
      },
      'run.report': () => {
        throw new PatchbayError('E_NOT_FOUND', 'No run x', 'List the runs.', { runId: 'x' });
      },
    });
    wire.send({ t: 'call', id: 1, method: 'run.list', params: {} });
    expect(JSON.stringify(await next())).toContain('"code":"E_INTERNAL","message":"boom"');
    wire.send({ t: 'call', id: 2, method: 'run.report', params: { runId: RUN_ID } });
    const error = { code: 'E_NOT_FOUND', message: 'No run x', advice: 'List the runs.', values: { runId: 'x' } };
    expect(await next()).toEqual({ t: 'error', id: 2, error });
  });

  it('pushes a view from its snapshot on until it is unsubscribed', async () => {
    const { wire, next, service } = rig();
    wire.send({ t: 'subscribe', id: 5, view: 'runs', params: {} });
    expect(await next()).toEqual({ t: 'push', id: 5, push: { kind: 'snapshot', head: null, items: [] } });
    service.push('runs', { kind: 'delta', upsert: [], remove: ['a'] });
    expect(await next()).toMatchObject({ t: 'push', id: 5, push: { remove: ['a'] } });
    wire.send({ t: 'unsubscribe', id: 5 });
    wire.send({ t: 'call', id: 6, method: 'run.list', params: {} });
    await next();
    expect(service.open.size).toBe(0);
  });

  it('ends every subscription of a client that goes away', async () => {
    const { wire, next, service } = rig();
    wire.send({ t: 'subscribe', id: 1, view: 'runs', params: {} });
    wire.send({ t: 'subscribe', id: 2, view: 'patches', params: {} });
    await next();
    await next();
    wire.close();
    expect(service.open.size).toBe(0);
  });

  it('refuses an id that is still in use', async () => {
    const { wire, next } = rig();
    wire.send({ t: 'subscribe', id: 1, view: 'runs', params: {} });
    await next();
    wire.send({ t: 'subscribe', id: 1, view: 'runs', params: {} });
    expect(await next()).toMatchObject({ t: 'error', id: 1, error: { code: 'E_USAGE' } });
  });

  it('limits the calls and subscriptions of one client', async () => {
    const { wire, next } = rig({ 'run.wait': () => new Promise(() => {}) });
    for (let id = 1; id <= CLIENT_LIMITS.calls + 1; id += 1) {
      wire.send({ t: 'call', id, method: 'run.wait', params: { runId: RUN_ID } });
    }
    expect(await next()).toMatchObject({ t: 'error', id: CLIENT_LIMITS.calls + 1, error: { code: 'E_LIMIT' } });
  });

  it('answers with an error when a result is too large for its channel', async () => {
    const sent: ServerMessage[] = [];
    let receive: (message: ClientMessage) => void = () => {};
    const tight: Channel<ServerMessage, ClientMessage> = {
      send(message) {
        if (message.t === 'result') throw new PatchbayError('E_LIMIT', 'too large', 'Ask for less.');
        sent.push(message);
      },
      onMessage: (listener) => {
        receive = listener;
      },
      onClose: () => {},
      close: () => {},
    };
    serve(tight, oneService(fakeService({ 'run.list': () => ({ runs: [] }) })));
    receive({ t: 'call', id: 1, method: 'run.list', params: {} });
    await expect.poll(() => sent).toMatchObject([{ t: 'error', id: 1, error: { code: 'E_LIMIT' } }]);
  });
});

describe('serviceClient', () => {
  function connected(answers: Answers = {}) {
    const service = fakeService(answers);
    const { left, right } = channelPair<ClientMessage, ServerMessage>();
    serve(right, oneService(service));
    return { service, engine: right, client: serviceClient(left) };
  }

  it('is the service at the other end', async () => {
    const { client } = connected({ 'run.report': () => runReport() });
    await expect(client.call('run.report', { runId: RUN_ID })).resolves.toEqual(runReport());
    await expect(client.call('run.list', {})).rejects.toMatchObject({ name: 'PatchbayError', code: 'E_NOT_FOUND' });
  });

  it('rejects calls in flight with E_OWNER_GONE when the channel closes, and later ones too', async () => {
    const { client, engine } = connected({ 'run.wait': () => new Promise(() => {}) });
    const waiting = client.call('run.wait', { runId: RUN_ID });
    engine.close();
    await expect(waiting).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
    await expect(client.call('run.list', {})).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
  });

  it('subscribes again when the engine is back and rejects what was in flight', async () => {
    const sent: ClientMessage[] = [];
    let receive: (message: ServerMessage) => void = () => {};
    const client = serviceClient({
      send: (message) => void sent.push(message),
      onMessage: (listener) => {
        receive = listener;
      },
      onClose: () => {},
      close: () => {},
    });
    const pushes: unknown[] = [];
    client.subscribe('runs', {}, (push) => pushes.push(push));
    const waiting = client.call('run.list', {});
    receive({ t: 'engine', state: 'down' });
    await expect(waiting).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
    receive({ t: 'engine', state: 'up' });
    expect(sent.filter((message) => message.t === 'subscribe')).toHaveLength(2);
    receive({ t: 'push', id: 1, push: 'again' });
    expect(pushes).toEqual(['again']);
  });
});
