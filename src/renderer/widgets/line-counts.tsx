// Added and removed lines as +12 −3, in words for screen readers.
import './line-counts.css';

export function LineCounts({ plus, minus }: { readonly plus: number; readonly minus: number }) {
  return (
    <span className="line-counts numbers">
      <span className="visually-hidden">{`${plus} lines added, ${minus} removed`}</span>
      {plus > 0 ? <span aria-hidden className="line-plus">{`+${plus}`}</span> : null}
      {minus > 0 ? <span aria-hidden className="line-minus">{`−${minus}`}</span> : null}
    </span>
  );
}
