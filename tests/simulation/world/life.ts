// The life of one engine process in a simulated world: its timers and its unfinished work end with it.
import type { ProcessClock } from '../../fakes/virtual-clock.ts';
import type { Faults } from './faults.ts';

export interface Life {
  readonly number: number;
  readonly clock: ProcessClock;
  readonly isOver: boolean;
  /** Settles after so long; never when the process has ended by then. */
  pause(ms: number): Promise<void>;
  /** Stands before and after everything that an effect changes in the world: only the living pass, and some die here. */
  at(place: string): Promise<void>;
  die(why: string): void;
}

export interface LifeOptions {
  readonly number: number;
  readonly clock: ProcessClock;
  readonly faults: Faults;
  readonly onDeath: (why: string) => void;
}

export function createLife({ number, clock, faults, onDeath }: LifeOptions): Life {
  let isOver = false;
  const die = (why: string) => {
    if (isOver) return;
    isOver = true;
    clock.clear();
    onDeath(why);
  };
  return {
    number,
    clock,
    get isOver() {
      return isOver;
    },
    pause: (ms) => new Promise((resolve) => clock.after(ms, resolve)),
    at: (place) => {
      if (!isOver && faults.hits('crash-in-effect')) die(`in the middle of an effect: ${place}`);
      return isOver ? never() : Promise.resolve();
    },
    die,
  };
}

/** What waits for it is forgotten with it. */
export function never<T>(): Promise<T> {
  return new Promise(() => {});
}
