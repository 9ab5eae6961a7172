// Serves the contract to one client over one channel: checks input, calls the service, pushes its views.
import type { ViewPush } from '../../shared/ipc/views.ts';
import type { Channel, ClientMessage, ServerMessage } from '../../shared/ipc/wire.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Services } from '../../shared/ports/service.ts';
import { checkCall, checkView } from './check-input.ts';
import { toWireError } from './wire-error.ts';

/** One client may have so much open at once; a screen needs a handful, a script some dozens. */
export const CLIENT_LIMITS = { calls: 1_000, subscriptions: 100 } as const;

interface Client {
  readonly channel: Channel<ServerMessage, ClientMessage>;
  readonly services: Services;
  readonly calls: Set<number>;
  readonly views: Map<number, Watching>;
  closed: boolean;
}

interface Watching {
  readonly project: string | undefined;
  readonly end: () => void;
}

/** One client that is served. */
export interface Served {
  /** The project's service is gone: its subscriptions end, so that the client may make them anew. */
  forget(project: string | undefined): void;
}

/** Serves until the channel closes; then ends the client's subscriptions. Calls in flight go on, unanswered. */
export function serve(channel: Channel<ServerMessage, ClientMessage>, services: Services): Served {
  const client: Client = { channel, services, calls: new Set(), views: new Map(), closed: false };
  channel.onMessage((message) => receive(client, message));
  channel.onClose(() => {
    client.closed = true;
    for (const view of client.views.values()) view.end();
    client.views.clear();
  });
  return {
    forget: (project) => {
      for (const [id, view] of client.views) if (view.project === project) unsubscribe(client, id);
    },
  };
}

function receive(client: Client, message: unknown): void {
  if (!isClientMessage(message)) {
    answer(client, { t: 'error', id: idOf(message), error: toWireError(malformed()) });
    return;
  }
  if (message.t === 'call') void call(client, message);
  else if (message.t === 'subscribe') subscribe(client, message);
  else unsubscribe(client, message.id);
}

type Call = Extract<ClientMessage, { t: 'call' }>;
type Subscribe = Extract<ClientMessage, { t: 'subscribe' }>;

async function call(client: Client, { id, method, params, project }: Call): Promise<void> {
  try {
    refuseReuse(client, id);
    if (client.calls.size >= CLIENT_LIMITS.calls) throw tooMany('calls', CLIENT_LIMITS.calls);
    const checked = checkCall(method, params);
    const service = client.services.of(project);
    client.calls.add(id);
    try {
      answer(client, { t: 'result', id, result: await service.call(checked.method, checked.params) });
    } finally {
      client.calls.delete(id);
    }
  } catch (error) {
    answer(client, { t: 'error', id, error: toWireError(error) });
  }
}

function subscribe(client: Client, { id, view, params, project }: Subscribe): void {
  try {
    refuseReuse(client, id);
    if (client.views.size >= CLIENT_LIMITS.subscriptions) throw tooMany('subscriptions', CLIENT_LIMITS.subscriptions);
    const checked = checkView(view, params);
    const push = (change: ViewPush<typeof checked.view>) => answer(client, { t: 'push', id, push: change });
    client.views.set(id, { project, end: client.services.of(project).subscribe(checked.view, checked.params, push) });
  } catch (error) {
    answer(client, { t: 'error', id, error: toWireError(error) });
  }
}

function unsubscribe(client: Client, id: number): void {
  client.views.get(id)?.end();
  client.views.delete(id);
}

/** A channel refuses what is too large for it by throwing; the client is told so in place of the answer. */
function answer(client: Client, message: ServerMessage): void {
  if (client.closed) return;
  try {
    client.channel.send(message);
  } catch (error) {
    if (message.t === 'result' || message.t === 'push') {
      answer(client, { t: 'error', id: message.id, error: toWireError(error) });
    } else {
      client.channel.close();
    }
  }
}

function isClientMessage(message: unknown): message is ClientMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { t, id, method, view, project } = message as Record<string, unknown>; // read as unknown, checked below
  if (!Number.isSafeInteger(id) || (project !== undefined && typeof project !== 'string')) return false;
  if (t === 'call') return typeof method === 'string';
  if (t === 'subscribe') return typeof view === 'string';
  return t === 'unsubscribe';
}

function idOf(message: unknown): number {
  if (typeof message !== 'object' || message === null || !('id' in message)) return 0;
  return typeof message.id === 'number' ? message.id : 0;
}

function refuseReuse(client: Client, id: number): void {
  if (!client.calls.has(id) && !client.views.has(id)) return;
  throw new PatchbayError('E_USAGE', `Message id ${id} is still in use`, 'Count ids up and never use one twice.', {
    id,
  });
}

function malformed(): PatchbayError {
  return new PatchbayError(
    'E_USAGE',
    'This is no message of the contract',
    'Send {t: call | subscribe | unsubscribe, id, …} as shared/ipc/wire.ts says.',
  );
}

function tooMany(what: string, limit: number): PatchbayError {
  return new PatchbayError('E_LIMIT', `More than ${limit} ${what} are open`, 'Wait for some of them to end.', {
    limit,
  });
}
