// What travels over a port between a client and the service: one envelope for every transport.
import type { ErrorCode } from '../lib/errors.ts';

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly advice: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** `project` is a key of `project.list`; without it the project is meant that the service was started for. */
export type ClientMessage =
  | Asking<{ readonly t: 'call'; readonly method: string }>
  | Asking<{ readonly t: 'subscribe'; readonly view: string }>
  | { readonly t: 'unsubscribe'; readonly id: number };

type Asking<T> = T & { readonly id: number; readonly params: unknown; readonly project?: string };

export type ServerMessage =
  | { readonly t: 'result'; readonly id: number; readonly result: unknown }
  | { readonly t: 'error'; readonly id: number; readonly error: WireError }
  /** `id` of the subscription. */
  | { readonly t: 'push'; readonly id: number; readonly push: unknown }
  /** Sent by a supervising host: the engine went away or is back; clients subscribe again on `up`. */
  | { readonly t: 'engine'; readonly state: 'down' | 'up' };

/** A two-way stream of whole messages: MessagePort, WebSocket, process IPC or a socket with lines. */
export interface Channel<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
