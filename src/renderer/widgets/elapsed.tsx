// Time that passes on screen: one shared clock for all of them, and nothing renders but the text.
import { useSyncExternalStore } from 'react';
import { agoWords, durationWords, momentWords } from './time-words.ts';

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let now = Date.now();

function watchClock(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(tick, 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick(): void {
  now = Date.now();
  for (const watcher of watchers) watcher();
}

const neverChanges = () => () => undefined;

/** How long something took, ticking while it has not ended. Nothing before it started. */
export function Elapsed(props: { readonly from: string | null; readonly to: string | null }) {
  const ticks = props.from !== null && props.to === null;
  const current = useSyncExternalStore(ticks ? watchClock : neverChanges, () => (ticks ? now : 0));
  if (props.from === null) return null;
  const from = Date.parse(props.from);
  // A clock that ticks every second shows whole seconds.
  const ms = props.to === null ? Math.floor(Math.max(0, current - from) / 1000) * 1000 : Date.parse(props.to) - from;
  return <span className="numbers">{durationWords(ms)}</span>;
}

/** How long ago something was, with the whole date on hover. */
export function Ago({ at }: { readonly at: string }) {
  const current = useSyncExternalStore(watchClock, () => now);
  return (
    <time dateTime={at} title={momentWords(at)} className="numbers">
      {agoWords(at, Math.max(current, Date.parse(at)))}
    </time>
  );
}
