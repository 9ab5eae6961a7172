// Seats of a service: the cap holds, everybody gets a fair part, and nobody waits while a seat is free.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCapacity } from '../../../../src/main/scheduling/create-capacity.ts';
import type { CapacityLimits, Seats } from '../../../../src/shared/ports/capacity.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';

interface Run {
  readonly runId: string;
  readonly seats: Seats;
  /** Tools that it would start if it were let. */
  wants: number;
  readonly held: string[];
}

/** A world of runs that ask for as many seats as they want whenever they are woken. */
function world(limits: Partial<CapacityLimits> = {}) {
  const clock = createVirtualClock();
  const capacity = createCapacity({ seats: 4, tools: {}, ...limits }, clock);
  const runs = new Map<string, Run>();
  const awake: string[] = [];
  let attempts = 0;
  const members = new Map<string, Seats>();
  const seatsOf = (project: string) => {
    const known = members.get(project) ?? capacity.join({ project, wake: (runId) => awake.push(runId) });
    members.set(project, known);
    return known;
  };
  const turn = (run: Run, tool = 'script') => {
    while (run.wants > 0 && run.seats.refusal(run.runId, tool) === null) {
      attempts += 1;
      const attemptId = `a${attempts}`;
      run.seats.take({ runId: run.runId, attemptId, tool });
      run.held.push(attemptId);
      run.wants -= 1;
    }
    run.seats.answered(run.runId);
  };
  const settle = () => {
    for (let runId = awake.shift(); runId !== undefined; runId = awake.shift()) {
      const run = runs.get(runId);
      if (run !== undefined) turn(run);
    }
  };
  return {
    clock,
    capacity,
    run: (project: string, runId: string, wants: number): Run => {
      const run: Run = { runId, seats: seatsOf(project), wants, held: [] };
      runs.set(runId, run);
      return run;
    },
    turn: (run: Run, tool?: string) => {
      turn(run, tool);
      settle();
    },
    end: (run: Run) => {
      const attemptId = run.held.shift();
      if (attemptId !== undefined) run.seats.give(attemptId);
      settle();
    },
    settle,
  };
}

test('a run alone may take every seat, and then hears which are taken and what frees one', () => {
  const { run, turn, capacity } = world();
  const only = run('p', 'r', 9);
  turn(only);
  expect(only.held).toHaveLength(4);
  expect(capacity.load()).toEqual({ seats: 4, taken: 4, waiting: 1 });
  expect(only.seats.refusal('r', 'script')).toEqual({
    of: 'all',
    reason: 'All 4 seats of this Patchbay are taken, by all its runs together.',
    freedBy: 'the end of a tool in any run',
  });
});

test('a run that comes later gets seats as they free until both have the same number', () => {
  const { run, turn, end } = world();
  const first = run('p', 'first', 100);
  const second = run('p', 'second', 100);
  turn(first);
  turn(second);
  expect(second.held).toHaveLength(0);
  end(first);
  expect([first.held.length, second.held.length]).toEqual([3, 1]);
  end(first);
  expect([first.held.length, second.held.length]).toEqual([2, 2]);
  for (let n = 0; n < 20; n += 1) {
    end(n % 2 === 0 ? first : second);
    expect([first.held.length, second.held.length]).toEqual([2, 2]);
  }
});

test('a project with many runs has no more of the seats than a project with one', () => {
  const { run, turn, end } = world();
  const crowd = [1, 2, 3, 4, 5].map((n) => run('crowd', `crowd-${n}`, 100));
  for (const each of crowd) turn(each);
  const lone = run('lone', 'lone', 100);
  turn(lone);
  for (let n = 0; n < 40; n += 1) {
    const busy = [...crowd, lone].filter((each) => each.held.length > 0);
    end(busy[n % busy.length] ?? lone);
  }
  expect(lone.held).toHaveLength(2);
});

test('what a woken run does not take goes to the next', () => {
  const { run, turn, end } = world({ seats: 1 });
  const holder = run('p', 'holder', 1);
  turn(holder);
  const idle = run('p', 'idle', 1);
  turn(idle);
  const eager = run('p', 'eager', 1);
  turn(eager);
  idle.wants = 0;
  end(holder);
  expect(idle.held).toHaveLength(0);
  expect(eager.held).toHaveLength(1);
});

test('a run that asks while another one has been woken does not take its seat', () => {
  const { run, turn, end } = world({ seats: 2 });
  const big = run('p', 'big', 100);
  turn(big);
  const small = run('p', 'small', 1);
  turn(small);
  small.wants = 0; // it is woken and has not yet decided
  const attemptId = big.held.shift() ?? '';
  big.seats.give(attemptId);
  expect(big.seats.refusal('big', 'script')).toEqual({
    of: 'all',
    reason: 'A run that has fewer tools at work goes first.',
    freedBy: 'run small',
  });
  end(small);
});

test('an engine that is gone holds nothing, and others go on', () => {
  const { run, turn, settle } = world();
  const gone = run('gone', 'gone', 4);
  turn(gone);
  const other = run('other', 'other', 2);
  turn(other);
  gone.seats.leave();
  settle();
  expect(other.held).toHaveLength(2);
});

test('a tool starts only so often a minute over all runs, and its runs are woken when the minute is over', () => {
  const { run, turn, clock, settle } = world({ tools: { slow: { startsPerMinute: 2 } } });
  const one = run('p', 'one', 2);
  turn(one, 'slow');
  const two = run('q', 'two', 1);
  turn(two, 'slow');
  expect(two.held).toHaveLength(0);
  expect(two.seats.refusal('two', 'slow')).toEqual({
    of: 'tool',
    reason: 'slow may start 2 times a minute over all runs, and has.',
    freedBy: 'the time 2026-01-01T00:01:00.000Z',
  });
  expect(two.seats.refusal('two', 'quick')).toBeNull();
  expect(clock.step()).toBe(true);
  settle();
  expect(two.held).toHaveLength(1);
});

test('a tool with a limit of its own leaves the other seats to other tools', () => {
  const { run, turn, end } = world({ tools: { one: { maxParallel: 1 } } });
  const first = run('p', 'first', 5);
  turn(first, 'one');
  expect(first.held).toHaveLength(1);
  expect(first.seats.refusal('first', 'one')?.reason).toContain('one runs 1 times already');
  const second = run('p', 'second', 2);
  turn(second, 'other');
  expect(second.held).toHaveLength(2);
  end(first);
});

test('names of tools that every object has are not limits', () => {
  const { run } = world();
  expect(run('p', 'r', 1).seats.refusal('r', 'constructor')).toBeNull();
});

test('whatever is asked and ended, the cap holds, and nobody waits while a seat is free', () => {
  const act = fc.record({ run: fc.nat(5), what: fc.constantFrom('want', 'end', 'end', 'lose'), many: fc.nat(4) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(act, { maxLength: 80 }), (seats, acts) => {
      const { run, turn, end, capacity } = world({ seats });
      const runs = [0, 1, 2, 3, 4, 5].map((n) => run(`p${n % 3}`, `r${n}`, 0));
      for (const { run: n, what, many } of acts) {
        const one = runs[n];
        if (one === undefined) continue;
        if (what === 'want') one.wants += many;
        if (what === 'lose') one.wants = 0;
        if (what === 'end') end(one);
        else turn(one);
        const { taken } = capacity.load();
        expect(taken).toBe(runs.reduce((sum, each) => sum + each.held.length, 0));
        expect(taken).toBeLessThanOrEqual(seats);
        if (taken < seats) expect(runs.filter((each) => each.wants > 0)).toEqual([]);
      }
    }),
  );
});
