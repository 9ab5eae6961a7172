// Invariant: a tool that is shut off or at rest starts nothing, and none starts more often than it may.
import type { ToolNode } from '../../../src/main/state/run-state.ts';
import type { Invariant } from './invariant.ts';

const MINUTE_MS = 60_000;

/** When an attempt began, by the wall clock and truly. */
interface Start {
  readonly atMs: number;
  readonly trueMs: number;
}

export const TOOLS: Invariant = {
  name: 'tools',
  says: 'a tool that is shut off starts nothing but one trial, one at rest nothing at all, and slots and rates are kept',
  watch: ({ breach, world }) => {
    const starts = new Map<string, Start[]>();
    return {
      event: ({ event, run }) => {
        if (event.kind !== 'attempt-created') return;
        const tool = run.tools.get(event.data.tool);
        if (tool === undefined) return;
        const said = (what: string) =>
          breach(`event ${event.seq} starts ${tool.toolId} for ${event.data.taskId}: ${what}`);
        for (const what of problemsOf(tool, event.id)) said(what);
        const own = starts.get(`${run.runId} ${tool.toolId}`) ?? [];
        starts.set(`${run.runId} ${tool.toolId}`, own);
        own.push({ atMs: Date.parse(event.at), trueMs: world.clock.monotonic() });
        const recent = within(own, MINUTE_MS);
        const { startsPerMinute } = tool.definition;
        if (startsPerMinute !== null && recent > startsPerMinute) said(`${recent} starts in a minute`);
      },
    };
  },
};

function problemsOf({ state, reason, probe, limitedUntil, active, definition }: ToolNode, attemptId: string) {
  const { maxParallel } = definition;
  return [
    ...(state === 'open' ? [`it is shut off: ${reason}`] : []),
    ...(state === 'half_open' && probe !== attemptId ? ['another attempt is the trial'] : []),
    ...(limitedUntil !== null ? [`it rests until ${limitedUntil}`] : []),
    ...(maxParallel !== null && active.size > maxParallel ? [`${active.size} run of ${maxParallel}`] : []),
  ];
}

/** Near by both clocks: where the wall clock was set, nobody can say what a minute was. */
function within(starts: readonly Start[], ms: number): number {
  const last = starts.at(-1);
  if (last === undefined) return 0;
  return starts.filter(({ atMs, trueMs }) => Math.abs(last.atMs - atMs) < ms && last.trueMs - trueMs < ms).length;
}
