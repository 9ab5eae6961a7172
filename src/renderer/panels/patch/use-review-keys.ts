// The keys of a review: F7 and Shift+F7 between changes, [ and ] between files, v for viewed.
import { useEffect, useRef } from 'react';

export interface ReviewKeys {
  goFile(direction: 'next' | 'previous'): void;
  goChange(direction: 'next' | 'previous'): void;
  tick(): void;
}

export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!handle(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor sees it: to a read-only editor a letter is a mistake.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}

function handle(event: KeyboardEvent, keys: ReviewKeys): boolean {
  if (event.key === 'F7') keys.goChange(event.shiftKey ? 'previous' : 'next');
  else if (event.key === ']') keys.goFile('next');
  else if (event.key === '[') keys.goFile('previous');
  else if (event.key === 'v') keys.tick();
  else return false;
  return true;
}

/** The editor's own input is read only, so keys there are commands; in its search box they are text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('.find-widget, [role=dialog]') !== null) return true;
  return target.closest('.monaco-editor') === null && target.matches('input, textarea, select');
}
