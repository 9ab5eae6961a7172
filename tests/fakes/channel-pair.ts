// Two ends of a channel in memory; messages are copied as JSON and arrive on a later microtask, as on a real wire.
import type { Channel } from '../../src/shared/ipc/wire.ts';

export function channelPair<A, B>(): { readonly left: Channel<A, B>; readonly right: Channel<B, A> } {
  const left = end<A, B>();
  const right = end<B, A>();
  left.other = right;
  right.other = left;
  return { left: left.channel, right: right.channel };
}

interface End<Out, In> {
  readonly channel: Channel<Out, In>;
  readonly listeners: ((message: In) => void)[];
  readonly closers: (() => void)[];
  other: End<In, Out> | null;
  closed: boolean;
}

function end<Out, In>(): End<Out, In> {
  const self: End<Out, In> = {
    listeners: [],
    closers: [],
    other: null,
    closed: false,
    channel: {
      send(message) {
        const copy: Out = JSON.parse(JSON.stringify(message));
        queueMicrotask(() => {
          if (!self.closed) for (const listener of self.other?.listeners ?? []) listener(copy);
        });
      },
      onMessage: (listener) => void self.listeners.push(listener),
      onClose: (listener) => void self.closers.push(listener),
      close() {
        shut(self);
        if (self.other) shut(self.other);
      },
    },
  };
  return self;
}

function shut<Out, In>(side: End<Out, In>): void {
  if (side.closed) return;
  side.closed = true;
  for (const closer of side.closers) closer();
}
