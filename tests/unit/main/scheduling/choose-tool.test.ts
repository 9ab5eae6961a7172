// The strategies of the router: what each chooses, and that every state of the tools has an answer.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chooseTool, scoresOf, type ToolHold, type ToolStanding } from '../../../../src/main/scheduling/choose-tool.ts';
import type { RoutingStrategy } from '../../../../src/shared/domain/routing.ts';
import { makeRoute } from '../../../fakes/make-tool.ts';

const SHUT: ToolHold = { kind: 'shut', reason: 'shut off' };
const BUSY: ToolHold = { kind: 'busy', reason: 'busy' };

function standing(toolId: string, more: Partial<ToolStanding> = {}): ToolStanding {
  return { toolId, record: { toolId, successes: 0, failures: 0, totalMs: 0 }, left: 3, hold: null, ...more };
}

const record = (toolId: string, successes: number, failures: number, totalMs: number) => ({
  record: { toolId, successes, failures, totalMs },
});

interface Case {
  readonly strategy: RoutingStrategy;
  readonly fallbacks?: readonly string[];
  readonly current?: string;
  readonly turn?: number;
}

/** The chosen tool, or `waits for …`. Tools that are no fallback are candidates. */
function choose(standings: readonly ToolStanding[], { strategy, fallbacks = [], current, turn = 0 }: Case): string {
  const names = standings.map((one) => one.toolId).filter((name) => !fallbacks.includes(name));
  const found = chooseTool({
    route: makeRoute(names, { strategy, fallbacks }),
    standings: new Map(standings.map((one) => [one.toolId, one])),
    current: current ?? null,
    turn,
  });
  return 'toolId' in found ? found.toolId : `waits for ${found.waitsFor.join(' ')}`;
}

describe('fixed', () => {
  it('takes the first, waits while that is busy, and passes it over while it is shut off', () => {
    expect(choose([standing('a'), standing('b')], { strategy: 'fixed' })).toBe('a');
    expect(choose([standing('a', { hold: BUSY }), standing('b')], { strategy: 'fixed' })).toBe('waits for a');
    expect(choose([standing('a', { hold: SHUT }), standing('b')], { strategy: 'fixed' })).toBe('b');
  });
});

describe('round_robin', () => {
  const three = [standing('a'), standing('b'), standing('c')];
  it('goes on from its turn, over tools that cannot start now', () => {
    expect([0, 1, 2, 3].map((turn) => choose(three, { strategy: 'round_robin', turn }))).toEqual(['a', 'b', 'c', 'a']);
    const busy = [standing('a'), standing('b', { hold: BUSY }), standing('c')];
    expect(choose(busy, { strategy: 'round_robin', turn: 1 })).toBe('c');
  });
});

describe('auto', () => {
  it('weighs success with 0.7 and speed with 0.3, and an unknown tool as middling', () => {
    const standings = new Map(
      [
        standing('fast', record('fast', 3, 1, 4_000)),
        standing('sure', record('sure', 4, 0, 16_000)),
        standing('new'),
      ].map((one) => [one.toolId, one]),
    );
    const scores = scoresOf({ standings });
    expect(scores.get('fast')).toBeCloseTo(0.7 * 0.75 + 0.3);
    expect(scores.get('sure')).toBeCloseTo(0.7 + 0.3 * 0.25);
    expect(scores.get('new')).toBe(0.5);
  });

  it('takes the best that is free, of equals the first', () => {
    const [good, bad] = [standing('good', record('good', 9, 1, 1_000)), standing('bad', record('bad', 1, 9, 1_000))];
    expect(choose([bad, good], { strategy: 'auto' })).toBe('good');
    expect(choose([bad, { ...good, hold: BUSY }], { strategy: 'auto' })).toBe('bad');
    expect(choose([standing('a'), standing('b')], { strategy: 'auto' })).toBe('a');
  });
});

describe('a task that has a tool', () => {
  it('keeps it while that can do it, and waits for it while it is busy', () => {
    expect(choose([standing('a'), standing('b')], { strategy: 'fixed', current: 'b' })).toBe('b');
    expect(choose([standing('a'), standing('b', { hold: BUSY })], { strategy: 'auto', current: 'b' })).toBe(
      'waits for b',
    );
  });

  it('loses it when it is shut off or has had its attempts', () => {
    expect(choose([standing('a', { hold: SHUT }), standing('b')], { strategy: 'fixed', current: 'a' })).toBe('b');
    expect(choose([standing('a', { left: 0 }), standing('b')], { strategy: 'fixed', current: 'a' })).toBe('b');
  });
});

it('fallbacks come in order when no candidate is left, and all that are left are waited for', () => {
  const fallbacks = ['y', 'z'];
  const rest = [standing('y'), standing('z')];
  expect(choose([standing('a', { left: 0 }), ...rest], { strategy: 'auto', fallbacks })).toBe('y');
  const shut = [standing('a', { hold: SHUT }), ...rest.map((one) => ({ ...one, hold: SHUT }))];
  expect(choose(shut, { strategy: 'auto', fallbacks })).toBe('waits for a y z');
});

test('any state of any tools has one answer: a tool that may start, or tools to wait for', () => {
  const tool = fc.record({
    left: fc.integer({ min: 0, max: 2 }),
    hold: fc.constantFrom(null, SHUT, BUSY),
    successes: fc.integer({ min: 0, max: 3 }),
    failures: fc.integer({ min: 0, max: 3 }),
    totalMs: fc.integer({ min: 0, max: 10_000 }),
  });
  const facts = fc.record({
    tools: fc.array(tool, { minLength: 1, maxLength: 5 }),
    fallbacks: fc.integer({ min: 0, max: 4 }),
    strategy: fc.constantFrom<RoutingStrategy>('fixed', 'round_robin', 'auto'),
    current: fc.constantFrom(null, 't0', 't1', 'gone'),
    turn: fc.nat(),
  });
  fc.assert(
    fc.property(facts, ({ tools, fallbacks, strategy, current, turn }) => {
      const standings = new Map(
        tools.map(({ left, hold, ...more }, at) => {
          const toolId = `t${at}`;
          return [toolId, { toolId, record: { toolId, ...more }, left, hold }];
        }),
      );
      const names = [...standings.keys()];
      const split = Math.max(1, names.length - fallbacks);
      const route = makeRoute(names.slice(0, split), { strategy, fallbacks: names.slice(split) });
      const found = chooseTool({ route, standings, current, turn });
      expect(chooseTool({ route, standings, current, turn })).toEqual(found);
      if ('toolId' in found) {
        expect(standings.get(found.toolId)).toMatchObject({ hold: null });
        expect(standings.get(found.toolId)?.left).toBeGreaterThan(0);
        expect(found.candidates).toHaveLength(names.length);
      } else {
        expect(found.waitsFor.length).toBeGreaterThan(0);
        const usable = names.filter((name) => (standings.get(name)?.left ?? 0) > 0);
        if (usable.length > 0) for (const name of found.waitsFor) expect(standings.get(name)?.hold).not.toBeNull();
      }
    }),
    { numRuns: 500 },
  );
});
