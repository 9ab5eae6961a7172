// Passes what a commit changed to those who show it or wait for it, inside the engine process.
import type { Change } from '../../engine/loop.ts';

export interface ChangeFeed {
  publish(change: Change): void;
  /** The returned function ends it. */
  listen(listener: (change: Change) => void): () => void;
}

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
