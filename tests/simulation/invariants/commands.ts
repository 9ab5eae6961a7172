// Invariant: a command counts once, and what it forbids does not happen.
import type { Invariant } from './invariant.ts';

/** What begins something new. */
const BEGINNINGS = new Set([
  'attempt-created',
  'candidate-started',
  'candidate-accepted',
  'gate-started',
  'check-started',
]);

export const COMMANDS: Invariant = {
  name: 'commands',
  says: 'a command is accepted once by its id; a paused run begins nothing, a paused one has nothing under way, a stopping one starts no tool',
  watch: ({ breach, store }) => {
    const accepted = new Set<string>();
    const controls = new Map<string, string>();
    return {
      event: ({ event, run }) => {
        const { kind, seq, runId } = event;
        const said = (what: string) => breach(`event ${seq} ${kind}: ${what}`);
        if (kind === 'command-accepted') {
          const { commandId } = event.data;
          if (accepted.has(commandId)) said(`command ${commandId} is accepted a second time`);
          accepted.add(commandId);
        }
        const before = controls.get(runId) ?? 'active';
        if (BEGINNINGS.has(kind) && (before === 'pausing' || before === 'paused')) said(`the run is ${before}`);
        if (kind === 'attempt-created' && before === 'stopping') said('the run is stopping');
        controls.set(runId, run.control);
      },
      whole: ({ replayed: { runId, control, running, validating } }) => {
        if (control !== 'paused') return;
        const open = store.pendingEffects().filter((effect) => effect.runId === runId);
        const hands = running + (open.length > 0 ? validating : 0);
        if (hands > 0) breach(`run ${runId} is paused and has ${running} tools and ${open.length} effects under way`);
      },
    };
  },
};
