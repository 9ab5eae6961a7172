// Shares seats fairly: the project with the fewest goes first, of its runs the one with the fewest, then who was served longest ago.
import type {
  Capacity,
  CapacityLimits,
  SeatMember,
  SeatOrder,
  SeatRefusal,
  Seats,
} from '../../shared/ports/capacity.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { createToolMeter, type ToolMeter } from './tool-meter.ts';

interface Held {
  readonly member: SeatMember;
  readonly runId: string;
  readonly tool: string;
}

interface Waiter {
  readonly member: SeatMember;
  readonly runId: string;
  readonly order: number;
  /** Tools that it was refused for. */
  readonly tools: Set<string>;
  woken: boolean;
}

interface State {
  readonly limits: CapacityLimits;
  readonly meter: ToolMeter;
  readonly held: Map<string, Held>;
  readonly waiting: Map<string, Waiter>;
  /** Run → when it last got a seat; of runs that hold one or wait for one. */
  readonly served: Map<string, number>;
  nextOrder: number;
}

/** In memory alone: a tool ends with its engine, and what a restarted engine starts asks again. */
export function createCapacity(limits: CapacityLimits, clock: Clock): Capacity {
  const state: State = {
    limits,
    meter: createToolMeter(limits.tools, clock, () => wakeNext(state)),
    held: new Map(),
    waiting: new Map(),
    served: new Map(),
    nextOrder: 0,
  };
  return {
    join: (member) => seatsOf(state, member),
    load: () => ({ seats: limits.seats, taken: state.held.size, waiting: state.waiting.size }),
  };
}

function seatsOf(state: State, member: SeatMember): Seats {
  return {
    refusal: (runId, tool) => {
      const refusal = state.meter.refusal(tool) ?? seatRefusal(state, member, runId);
      if (refusal !== null) wait(state, member, runId, tool);
      return refusal;
    },
    take: (order) => take(state, member, order),
    give: (attemptId) => give(state, attemptId),
    answered: (runId) => {
      if (state.waiting.get(runId)?.woken !== true) return;
      state.waiting.delete(runId);
      forgetServed(state, runId);
      wakeNext(state);
    },
    leave: () => {
      for (const [runId, waiter] of [...state.waiting]) {
        if (waiter.member !== member) continue;
        state.waiting.delete(runId);
        forgetServed(state, runId);
      }
      for (const [attemptId, held] of [...state.held]) if (held.member === member) give(state, attemptId);
    },
  };
}

function seatRefusal(state: State, member: SeatMember, runId: string): SeatRefusal | null {
  const free = state.limits.seats - state.held.size;
  if (free <= 0)
    return {
      of: 'all',
      reason: `All ${state.limits.seats} seats of this Patchbay are taken, by all its runs together.`,
      freedBy: 'the end of a tool in any run',
    };
  if (state.waiting.size === 0) return null;
  const own = state.waiting.get(runId) ?? { member, runId, order: state.nextOrder };
  const ahead = [...state.waiting.values()].filter(
    (other) => other.runId !== runId && canStart(state, other) && compare(state, other, own) < 0,
  );
  if (ahead.length < free) return null;
  const freedBy = ahead.map((other) => `run ${other.runId}`).join(', ');
  return { of: 'all', reason: 'A run that has fewer tools at work goes first.', freedBy };
}

function wait(state: State, member: SeatMember, runId: string, tool: string): void {
  const waiter = state.waiting.get(runId) ?? newWaiter(state, member, runId);
  waiter.tools.add(tool);
  waiter.woken = false;
  state.waiting.set(runId, waiter);
}

function newWaiter(state: State, member: SeatMember, runId: string): Waiter {
  state.nextOrder += 1;
  return { member, runId, order: state.nextOrder, tools: new Set(), woken: false };
}

function take(state: State, member: SeatMember, { runId, attemptId, tool }: SeatOrder): void {
  state.held.set(attemptId, { member, runId, tool });
  state.waiting.delete(runId);
  state.nextOrder += 1;
  state.served.set(runId, state.nextOrder);
  state.meter.started(tool);
}

function give(state: State, attemptId: string): void {
  const held = state.held.get(attemptId);
  if (held === undefined) return;
  state.held.delete(attemptId);
  state.meter.ended(held.tool);
  forgetServed(state, held.runId);
  wakeNext(state);
}

function forgetServed(state: State, runId: string): void {
  if (state.waiting.has(runId) || count(state, (held) => held.runId === runId) > 0) return;
  state.served.delete(runId);
}

/** Wakes as many as there are seats that nobody has been woken for yet. */
function wakeNext(state: State): void {
  const able = [...state.waiting.values()].filter((waiter) => canStart(state, waiter));
  const woken = able.filter((waiter) => waiter.woken).length;
  const next = able.filter((waiter) => !waiter.woken).sort((a, b) => compare(state, a, b));
  for (const waiter of next.slice(0, Math.max(0, state.limits.seats - state.held.size - woken))) {
    waiter.woken = true;
    waiter.member.wake(waiter.runId);
  }
}

function canStart(state: State, waiter: Waiter): boolean {
  return [...waiter.tools].some((tool) => state.meter.refusal(tool) === null);
}

type Place = Pick<Waiter, 'member' | 'runId' | 'order'>;

function compare(state: State, a: Place, b: Place): number {
  const ofProject = (place: Place) => count(state, (held) => held.member.project === place.member.project);
  const ofRun = (place: Place) => count(state, (held) => held.runId === place.runId);
  const lastServed = (place: Place) => state.served.get(place.runId) ?? 0;
  return ofProject(a) - ofProject(b) || ofRun(a) - ofRun(b) || lastServed(a) - lastServed(b) || a.order - b.order;
}

function count(state: State, is: (held: Held) => boolean): number {
  let found = 0;
  for (const held of state.held.values()) if (is(held)) found += 1;
  return found;
}
