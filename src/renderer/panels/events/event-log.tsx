// The list of events: only the rows on screen are in the page; it follows the end until the user scrolls away.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { EventView } from '../../../shared/ipc/views.ts';
import { Ago } from '../../widgets/elapsed.tsx';
import { JsonText } from '../../widgets/json-text.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { clockWords, momentWords } from '../../widgets/time-words.ts';
import { eventTone } from './event-tone.ts';

export interface EventLogProps {
  readonly events: readonly EventView[];
  readonly follow: boolean;
  onFollow(follow: boolean): void;
}

const ROW_PX = 32;

export function EventLog({ events, follow, onFollow }: EventLogProps) {
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 15,
    getItemKey: (index) => events[index]?.key ?? index,
  });
  useEffect(() => {
    if (follow) virtual.scrollToIndex(events.length - 1, { align: 'end' });
  }, [follow, events.length, virtual]);
  const toggle = useCallback((key: string) => setOpened((keys) => toggled(keys, key)), []);
  return (
    <div
      ref={box}
      className="event-box"
      role="log"
      aria-label="Events"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
      onWheel={(event) => event.deltaY < 0 && follow && onFollow(false)}
    >
      <div className="event-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const event = events[item.index];
          if (event === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="event-place"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <EventRow event={event} open={opened.has(event.key)} onToggle={toggle} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

interface EventRowProps {
  readonly event: EventView;
  readonly open: boolean;
  onToggle(key: string): void;
}

const EventRow = memo(function EventRow({ event, open, onToggle }: EventRowProps) {
  return (
    <div className={`event tone-${eventTone(event)}`} data-open={open || undefined}>
      <button type="button" className="event-line" aria-expanded={open} onClick={() => onToggle(event.key)}>
        <ChevronRight size={13} aria-hidden className="event-arrow" />
        <span className="event-seq numbers">{event.seq}</span>
        <time className="event-time numbers" dateTime={event.at} title={momentWords(event.at)}>
          {clockWords(event.at)}
        </time>
        <span className="event-kind">{event.kind}</span>
        <span className="event-text truncate">{plainText(event.text)}</span>
        <span className="event-ago">
          <Ago at={event.at} />
        </span>
      </button>
      {open ? (
        <div className="event-data">
          <p className="muted">
            {event.entity} <code>{event.id}</code>
          </p>
          <JsonText label={`Data of event ${event.seq}`} value={event.data} />
        </div>
      ) : null}
    </div>
  );
});
