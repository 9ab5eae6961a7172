// Output of a tool or gate: monospaced, long lines wrapped, only the lines on screen in the page.
import './output-text.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { plainText } from './plain-text.ts';

export function OutputText({ label, text }: { readonly label: string; readonly text: string }) {
  const lines = useMemo(() => plainText(text).replace(/\n$/, '').split('\n'), [text]);
  const box = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 18,
    overscan: 20,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <section ref={box} className="output" aria-label={label} tabIndex={0}>
      <div style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            className="output-line"
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {lines[row.index] === '' ? ' ' : lines[row.index]}
          </div>
        ))}
      </div>
    </section>
  );
}
