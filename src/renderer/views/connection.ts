// One lasting link to the service: calls, subscriptions, and a reconnect that the screens do not notice.
import type { MethodName, MethodParams, MethodResult } from '../../shared/ipc/contract.ts';
import type { Channel, ClientMessage, ServerMessage, WireError } from '../../shared/ipc/wire.ts';
import { backoffMs } from '../../shared/lib/duration.ts';
import { asPatchbayError, PatchbayError } from '../../shared/lib/errors.ts';

/** `locked`: the service refused this page's key; only a new address helps. */
export type LinkState = 'connecting' | 'open' | 'reconnecting' | 'locked';

export interface LinkPorts {
  /** The project that every message means; null for the one that the service was started for. */
  readonly project: string | null;
  /** Opens a channel; rejects with `E_UNAUTHORISED` when the key is wrong, with anything else to try again. */
  open(): Promise<Channel<ClientMessage, ServerMessage>>;
  /** Calls back after `ms`. */
  later(ms: number, callback: () => void): void;
  /** In [0, 1). */
  jitter(): number;
}

export interface SubscriptionListener {
  onPush(push: unknown): void;
  onError(error: WireError): void;
}

interface PendingCall {
  readonly method: MethodName;
  readonly params: unknown;
  readonly sent: boolean;
  resolve(result: unknown): void;
  reject(error: PatchbayError): void;
}

interface Subscription extends SubscriptionListener {
  readonly view: string;
  readonly params: unknown;
}

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 4_000;

/** Never sent twice: the first one may have worked. Commands may, for they are known by their id. */
const WRITES: ReadonlySet<MethodName> = new Set(['run.start', 'run.publish']);

export class Connection {
  readonly #ports: LinkPorts;
  readonly #calls = new Map<number, PendingCall>();
  readonly #subscriptions = new Map<number, Subscription>();
  readonly #listeners = new Set<() => void>();
  #channel: Channel<ClientMessage, ServerMessage> | null = null;
  #state: LinkState = 'connecting';
  #engineUp = true;
  #failures = 0;
  #lastId = 0;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
    void this.#connect();
  }

  readonly linkState = (): LinkState => this.#state;

  readonly onLinkState = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
    return new Promise<unknown>((resolve, reject) => {
      const id = ++this.#lastId;
      this.#calls.set(id, { method, params, sent: this.#isOpen(), resolve, reject });
      if (this.#isOpen()) this.#channel?.send({ t: 'call', id, method, params, ...this.#to() });
    }) as Promise<MethodResult<M>>; // the service answers what the contract says; its own tests hold it to that
  }

  subscribe(view: string, params: unknown, listener: SubscriptionListener): () => void {
    const id = ++this.#lastId;
    this.#subscriptions.set(id, { view, params, onPush: listener.onPush, onError: listener.onError });
    if (this.#isOpen()) this.#channel?.send({ t: 'subscribe', id, view, params, ...this.#to() });
    return () => {
      this.#subscriptions.delete(id);
      if (this.#isOpen()) this.#channel?.send({ t: 'unsubscribe', id });
    };
  }

  #to(): { readonly project?: string } {
    const { project } = this.#ports;
    return project === null ? {} : { project };
  }

  #isOpen(): boolean {
    return this.#channel !== null && this.#engineUp;
  }

  async #connect(): Promise<void> {
    try {
      const channel = await this.#ports.open();
      channel.onMessage((message) => this.#receive(message));
      channel.onClose(() => this.#lost());
      this.#channel = channel;
      this.#engineUp = true;
      this.#resume();
    } catch (thrown) {
      if (asPatchbayError(thrown).code === 'E_UNAUTHORISED') this.#enter('locked');
      else this.#retry();
    }
  }

  #lost(): void {
    this.#channel = null;
    this.#forgetWrites();
    this.#retry();
  }

  #retry(): void {
    this.#enter(this.#state === 'connecting' ? 'connecting' : 'reconnecting');
    this.#failures += 1;
    const wait = backoffMs(this.#failures, FIRST_RETRY_MS, LONGEST_RETRY_MS, this.#ports.jitter());
    this.#ports.later(wait, () => void this.#connect());
  }

  /** Says everything again that the new engine has to know: open subscriptions, unanswered reads, waiting calls. */
  #resume(): void {
    this.#failures = 0;
    for (const [id, { view, params }] of this.#subscriptions)
      this.#channel?.send({ t: 'subscribe', id, view, params, ...this.#to() });
    for (const [id, call] of this.#calls) {
      this.#calls.set(id, { ...call, sent: true });
      this.#channel?.send({ t: 'call', id, method: call.method, params: call.params, ...this.#to() });
    }
    this.#enter('open');
  }

  #receive(message: ServerMessage): void {
    if (message.t === 'engine') return this.#engine(message.state);
    if (message.t === 'push') return this.#subscriptions.get(message.id)?.onPush(message.push);
    if (message.t === 'error') this.#subscriptions.get(message.id)?.onError(message.error);
    const call = this.#calls.get(message.id);
    this.#calls.delete(message.id);
    if (message.t === 'result') call?.resolve(message.result);
    else call?.reject(errorOf(message.error));
  }

  #engine(state: 'down' | 'up'): void {
    this.#engineUp = state === 'up';
    if (state === 'up') return this.#resume();
    this.#forgetWrites();
    this.#enter('reconnecting');
  }

  #forgetWrites(): void {
    for (const [id, call] of this.#calls) {
      if (!call.sent || !WRITES.has(call.method)) continue;
      this.#calls.delete(id);
      call.reject(
        new PatchbayError(
          'E_OWNER_GONE',
          'The connection broke before the answer came.',
          'Nothing is lost. Look at the list of runs to see whether it happened, then try again.',
          { method: call.method },
        ),
      );
    }
  }

  #enter(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function errorOf(error: WireError): PatchbayError {
  return new PatchbayError(error.code, error.message, error.advice, error.values);
}
