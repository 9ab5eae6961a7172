// A state as a small coloured chip with its glyph and word, or as the glyph alone with the word for screen readers.
import './state-chip.css';
import type { Look } from './state-look.tsx';

export function StateChip({ look, quiet }: { readonly look: Look; readonly quiet?: boolean }) {
  return (
    <span className={`chip tone-${look.tone}`} data-quiet={quiet === true || undefined}>
      <StateGlyph look={look} hidden />
      {look.word}
    </span>
  );
}

export function StateGlyph({ look, hidden }: { readonly look: Look; readonly hidden?: boolean }) {
  const Glyph = look.glyph;
  return (
    <span
      className={`glyph tone-${look.tone}`}
      data-spins={look.spins}
      {...(hidden === true ? { 'aria-hidden': true } : { role: 'img', 'aria-label': look.word, title: look.word })}
    >
      <Glyph size={14} strokeWidth={2.25} aria-hidden />
    </span>
  );
}
