// The command line with a fake service: what it says, asks and answers.
import type { CliPorts, SessionOrder } from '../../../../../src/main/hosts/cli/cli-ports.ts';
import { runCli } from '../../../../../src/main/hosts/cli/run-cli.ts';
import type { History } from '../../../../../src/main/hosts/service/read-history.ts';
import { checkedService } from '../../../../../src/main/ipc/checked-service.ts';
import { NO_DURATIONS } from '../../../../../src/shared/domain/durations.ts';
import type { LegacyLibrary } from '../../../../../src/shared/ports/legacy-library.ts';
import { type Answers, type FakeService, fakeService } from '../../../../fakes/fake-service.ts';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly json: unknown;
  readonly service: FakeService;
  readonly sessions: readonly SessionOrder[];
  readonly detached: number;
  readonly exits: readonly number[];
}

export interface CliOrder {
  readonly answers?: Answers;
  readonly cwd?: string;
  readonly tty?: boolean;
  /** The person at the terminal; without it there is nobody. */
  readonly ask?: (question: string) => Promise<string | null>;
  readonly env?: Readonly<Record<string, string>>;
  /** None unless given. */
  readonly history?: History;
  /** None unless given. */
  readonly legacy?: LegacyLibrary;
  /** Gets the way to press Ctrl+C. */
  readonly whileRunning?: (interrupt: () => void, service: FakeService) => void;
}

const NO_LEGACY: LegacyLibrary = {
  runs: () => [],
  runCount: () => 0,
  counts: () => new Map(),
  find: () => null,
  records: () => [],
  events: () => [],
  patches: () => [],
  findPatch: () => null,
  problems: () => [],
  shown: ({ ulid }) => ulid,
  add: () => {},
  remove: () => {},
};

export async function cli(args: readonly string[], order: CliOrder = {}): Promise<CliRun> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const sessions: SessionOrder[] = [];
  const exits: number[] = [];
  const interrupts = new Set<(signal: string) => void>();
  let detached = 0;
  const service = fakeService(order.answers);
  const ports: CliPorts = {
    cwd: order.cwd ?? process.cwd(),
    env: { PATCHBAY_DATA: '/nowhere', ...order.env },
    appRoot: process.cwd(),
    version: '1.2.3',
    stdout: { write: (text) => void out.push(Buffer.from(text)), isTty: order.tty ?? false },
    stderr: { write: (text) => void err.push(Buffer.from(text)), isTty: order.tty ?? false },
    onInterrupt: (listener) => {
      interrupts.add(listener);
      return () => interrupts.delete(listener);
    },
    ask: order.ask ?? null,
    exit: (code) => void exits.push(code),
    readHistory: async () => order.history ?? { durations: NO_DURATIONS, problem: null },
    openLegacy: async () => order.legacy ?? NO_LEGACY,
    openSession: async (given) => {
      sessions.push(given);
      return {
        service: checkedService(service),
        inProcess: true,
        fault: new Promise(() => {}),
        close: () => service.close(),
      };
    },
    detachEngine: async () => {
      detached += 1;
    },
  };
  const done = runCli(args, ports);
  order.whileRunning?.(() => {
    for (const listener of interrupts) listener('SIGINT');
  }, service);
  const code = await done;
  const stdout = Buffer.concat(out).toString();
  const json: unknown =
    args.includes('--json') && stdout !== '' && !args.includes('events') ? JSON.parse(stdout) : null;
  return { code, stdout, stderr: Buffer.concat(err).toString(), json, service, sessions, detached, exits };
}
