// What an engine process and the host that forked it say to each other: the clients' messages, multiplexed.
import type { ClientMessage, ServerMessage, WireError } from '../../../shared/ipc/wire.ts';

/** Everything an engine process must know; travels as JSON in its first argument. */
export interface EngineOptions {
  readonly projectDir: string;
  /** The app's data folder. */
  readonly dataDir: string;
  /** The project's own folder in it, which has one owner. */
  readonly ownerDir: string;
  readonly appRoot: string;
  /** `child` serves the parent and ends with it; `detached` serves the socket and ends when there is nothing to do. */
  readonly mode: 'child' | 'detached';
  /** Folders of further projects to open in the same process. */
  readonly also: readonly string[];
  /** Looks on and changes nothing, whoever owns the project. */
  readonly readOnly: boolean;
  /** Tools that may run at once in all projects together; null for the setting of the machine. */
  readonly maxWorkers: number | null;
}

export type ToEngine =
  | { readonly k: 'open'; readonly client: number }
  | { readonly k: 'message'; readonly client: number; readonly body: ClientMessage }
  | { readonly k: 'shut'; readonly client: number }
  | { readonly k: 'stop' };

export type FromEngine =
  | { readonly k: 'ready' }
  /** The engine cannot open the project; starting it again would not help. */
  | { readonly k: 'refused'; readonly error: WireError }
  | { readonly k: 'message'; readonly client: number; readonly body: ServerMessage }
  | { readonly k: 'shut'; readonly client: number };
