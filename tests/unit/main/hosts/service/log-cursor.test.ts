// A cursor gives every event once and in order, whatever is written meanwhile and however often its reader comes back.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createChangeFeed } from '../../../../../src/main/hosts/service/change-feed.ts';
import { openLogCursor } from '../../../../../src/main/hosts/service/log-cursor.ts';
import { createViewHub } from '../../../../../src/main/hosts/service/view-hub.ts';
import type { EventView, LogCursor } from '../../../../../src/shared/ipc/views.ts';
import type { Store } from '../../../../../src/shared/ports/store.ts';
import { createVirtualClock } from '../../../../fakes/virtual-clock.ts';
import { commitOf, id, type Ledger, ledgerFolder, noted, RUN } from '../../store/ledger-fixture.ts';

const OTHER = id('RUN', 2);

let ledger: Ledger;
let store: Store;
let written = 0;
const feed = createChangeFeed();

beforeEach(() => {
  ledger = ledgerFolder();
  store = ledger.open();
  written = 0;
});
afterEach(() => ledger.remove());

/** Events of two runs by turns. */
function write(count: number): void {
  const events = Array.from({ length: count }, () => {
    written += 1;
    const runId = written % 2 === 0 ? RUN : OTHER;
    return { ...noted(written), runId, id: runId };
  });
  feed.publish({ events: store.commit(commitOf({ events })), touched: new Map() });
}

interface Reader {
  readonly seen: number[];
  readonly cursor: () => LogCursor;
  readonly pushes: () => number;
  readonly settle: () => void;
  readonly leave: () => void;
}

function read(runId: string | null, from: number): Reader {
  const clock = createVirtualClock();
  const hub = createViewHub(feed, clock);
  const seen: number[] = [];
  let head: LogCursor = { next: 0, more: false };
  let pushes = 0;
  const push = (message: {
    readonly head?: LogCursor;
    readonly items?: readonly EventView[];
    readonly upsert?: readonly EventView[];
  }) => {
    pushes += 1;
    head = message.head ?? head;
    for (const { seq } of message.items ?? message.upsert ?? []) seen.push(seq);
  };
  hub.add(openLogCursor(store, { runId, from }, { push, again: hub.refresh }));
  const settle = () => {
    while (clock.step()) {}
  };
  return { seen, cursor: () => head, pushes: () => pushes, settle, leave: hub.close };
}

const upTo = (last: number, every = 1, first = every) =>
  Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, n) => first + n * every);

test('all that is there comes at once, and what is written later as it is written', () => {
  write(10);
  const reader = read(null, 0);
  expect(reader.seen).toEqual(upTo(10));
  write(3);
  reader.settle();
  expect(reader.seen).toEqual(upTo(13));
  expect(reader.cursor()).toEqual({ next: 14, more: false });
});

test('a reader of one run sees that run only', () => {
  write(10);
  const reader = read(RUN, 0);
  write(10);
  reader.settle();
  expect(reader.seen).toEqual(upTo(20, 2));
});

test('who comes back with its cursor misses nothing and sees nothing twice, also when the engine was another one meanwhile', () => {
  const seen: number[] = [];
  let next = 0;
  for (let times = 0; times < 12; times += 1) {
    write(times * 7);
    if (times % 4 === 3) {
      store.close();
      store = ledger.open();
    }
    const reader = read(null, next);
    write(5);
    if (times % 2 === 0) reader.settle();
    reader.leave();
    write(3);
    seen.push(...reader.seen);
    next = reader.cursor().next;
  }
  seen.push(...read(null, next).seen);
  expect(seen).toEqual(upTo(written));
});

test('a long log comes in pages that are read when they are sent: nothing is kept for a slow reader', () => {
  write(1_234);
  const reader = read(null, 0);
  expect(reader.seen).toHaveLength(500);
  expect(reader.cursor()).toEqual({ next: 501, more: true });
  for (let times = 0; times < 100; times += 1) write(1);
  reader.settle();
  expect(reader.seen).toEqual(upTo(1_334));
  expect(reader.pushes()).toBe(3);
});
