// What an engine of a simulated world hears of its effects: twice, late, in another order, or never.
import type { Effect } from '../../../src/main/engine/effect.ts';
import type { EngineParts } from '../../../src/main/engine/loop.ts';
import type { Message } from '../../../src/main/engine/message.ts';
import { type Life, never } from './life.ts';
import type { SimWorld } from './sim-world.ts';

type Perform = EngineParts['perform'];

export interface ReportOptions {
  readonly world: SimWorld;
  readonly life: Life;
  readonly perform: Perform;
  readonly post: (message: Message) => void;
  /** Told before an effect begins. */
  readonly onEffect: (effect: Effect) => void;
}

const LATE_MS = 10 * 60_000;

export function performUnreliably({ world, life, perform, post, onEffect }: ReportOptions): Perform {
  const { faults, dice } = world;
  return async (effect, run, report) => {
    if (!life.isOver && faults.hits('crash-between-effects')) life.die('between two effects of a commit');
    if (life.isOver) return never();
    onEffect(effect);
    const held: Message[] = [];
    const outOfOrder = faults.hits('report-out-of-order');
    const message = await perform(effect, run, outOfOrder ? (said) => void held.push(said) : report);
    if (faults.hits('report-lost')) {
      life.clock.after(dice.between(1, LATE_MS), () => life.die('without having heard of an effect'));
      return never();
    }
    if (faults.hits('report-late')) await life.pause(dice.between(1, LATE_MS));
    if (faults.hits('report-twice')) life.clock.after(dice.between(0, LATE_MS), () => post(message));
    for (const late of held) if (dice.chance(0.5)) life.clock.after(1, () => post(late));
    return message;
  };
}
