// The checks of an acceptance with their verdicts; one that failed says why and shows the end of its output at once.
import type { AcceptanceView } from '../../../shared/ipc/views.ts';
import { OutputText } from '../../widgets/output-text.tsx';
import { StateChip } from '../../widgets/state-chip.tsx';
import { GATE_LOOKS } from '../../widgets/state-look.tsx';
import { durationWords } from '../../widgets/time-words.ts';

export function CheckList({ acceptance }: { readonly acceptance: AcceptanceView }) {
  return (
    <ul className="gates">
      {acceptance.checks.map((check) => (
        <li key={check.checkId} className="gate">
          <details open={check.state === 'failed' || check.state === 'error'}>
            <summary>
              <strong>{check.checkId}</strong>
              <StateChip look={GATE_LOOKS[check.state]} />
              <span className="muted numbers spread">{figures(check)}</span>
            </summary>
            {check.message === '' ? null : <p>{check.message}</p>}
            {check.tail === '' ? null : (
              <OutputText label={`End of the output of check ${check.checkId}`} text={check.tail} />
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

function figures({ required, severity, durationMs }: AcceptanceView['checks'][number]): string {
  const parts = [
    required ? '' : 'not required',
    severity === 'error' ? '' : severity,
    durationMs === null || durationMs === 0 ? '' : durationWords(durationMs),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
