// Invariant: the world is changed only by intents that are committed and have no outcome yet, and each outcome counts once.
import type { Invariant } from './invariant.ts';

export const INTENTS: Invariant = {
  name: 'intents',
  says: 'no effect begins before its intent is committed or after its outcome is, none twice in one life, none is settled twice',
  watch: ({ breach }) => {
    const open = new Set<string>();
    const settled = new Set<string>();
    const begun = new Set<string>();
    return {
      effect: ({ kind, effectId }, life) => {
        const named = `effect ${kind} ${effectId}`;
        if (settled.has(effectId)) breach(`${named} begins after its outcome was recorded`);
        else if (!open.has(effectId)) breach(`${named} begins before its intent is committed`);
        const once = `${life} ${effectId}`;
        if (begun.has(once)) breach(`${named} begins twice in life ${life}`);
        begun.add(once);
      },
      commit: ({ commit }) => {
        for (const { effectId, kind } of commit.outboxAdded) {
          if (open.has(effectId) || settled.has(effectId)) breach(`effect ${kind} ${effectId} is wanted twice`);
          open.add(effectId);
        }
        for (const effectId of commit.outboxDone) {
          if (!open.delete(effectId)) breach(`effect ${effectId} is settled without having been open`);
          settled.add(effectId);
        }
      },
      end: ({ store, isBusy, timers }) => {
        const left = store.pendingEffects().map(({ kind, effectId }) => `${kind} ${effectId}`);
        if (left.length > 0) breach(`effects are left in the outbox: ${left.join(', ')}`);
        if (open.size !== left.length) breach(`${open.size} effects have no outcome, the outbox has ${left.length}`);
        if (isBusy) breach('the engine still waits for an effect');
        if (timers > 0) breach(`the engine still has ${timers} timers`);
      },
    };
  },
};
