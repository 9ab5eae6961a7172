// What the command line needs of the world, so that a test can stand in for it.

import type { LegacyLibrary } from '../../../shared/ports/legacy-library.ts';
import type { Service } from '../../../shared/ports/service.ts';
import type { History } from '../service/read-history.ts';

export interface CliPorts {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly appRoot: string;
  readonly version: string;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Calls back on every Ctrl+C (SIGINT) or termination, with the signal; the returned function ends that. */
  onInterrupt(listener: (signal: string) => void): () => void;
  /** Asks the person at the terminal; resolves to null when the question is broken off. Null where there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
  /** Ends the process at once. */
  exit(code: number): void;
  openSession(order: SessionOrder): Promise<Session>;
  /** The runs of old pipelines that the project shows. */
  openLegacy(order: Pick<SessionOrder, 'projectDir' | 'dataDir'>): Promise<LegacyLibrary>;
  /** How long work took in the project's earlier runs. */
  readHistory(order: Pick<SessionOrder, 'projectDir' | 'dataDir'>): Promise<History>;
  /** Starts an engine that outlives this process, and waits until it owns the project. */
  detachEngine(order: SessionOrder): Promise<void>;
}

export interface TextSink {
  write(text: string | Uint8Array): void;
  readonly isTty: boolean;
}

export interface SessionOrder {
  readonly projectDir: string;
  /** The app's data folder. */
  readonly dataDir: string;
  /** `owner`: the engine, in this process or where it runs already. `reader`: whatever can answer from the ledger. */
  readonly need: 'owner' | 'reader';
}

export interface Session {
  readonly service: Service;
  /** True when the engine runs in this process and ends with it. */
  readonly inProcess: boolean;
  /** Rejects when an engine in this process had to stop itself; never settles otherwise. */
  readonly fault: Promise<never>;
  close(): Promise<void>;
}
