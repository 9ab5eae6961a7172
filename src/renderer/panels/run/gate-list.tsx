// Gate runs with their verdicts; a failed one shows the end of its output at once.
import type { GateRunView } from '../../../shared/ipc/views.ts';
import { FailingTests } from '../../widgets/failing-tests.tsx';
import { OutputText } from '../../widgets/output-text.tsx';
import { StateChip } from '../../widgets/state-chip.tsx';
import { GATE_LOOKS } from '../../widgets/state-look.tsx';
import { durationWords } from '../../widgets/time-words.ts';
import { newestGates } from './newest-gates.ts';

export function GateList({ gates }: { readonly gates: readonly GateRunView[] }) {
  const newest = new Set(newestGates(gates));
  return (
    <ul className="gates">
      {[...gates].reverse().map((gate) => (
        <li key={gate.gateRunId} className="gate">
          <details open={newest.has(gate) && (gate.state === 'failed' || gate.state === 'error')}>
            <summary>
              <strong>{gate.gateId}</strong>
              <StateChip look={GATE_LOOKS[gate.state]} />
              <span className="muted numbers spread">{figures(gate)}</span>
            </summary>
            <FailingTests gate={gate} />
            {gate.tail === '' ? (
              <p className="muted">It wrote nothing.</p>
            ) : (
              <OutputText label={`End of the output of gate ${gate.gateId}`} text={gate.tail} />
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

function figures(gate: GateRunView): string {
  const parts = [
    gate.cached ? 'same tree, verdict reused' : '',
    gate.flaky ? 'flaky' : '',
    gate.failed === 0 ? '' : `${gate.failed} failing`,
    gate.exitCode === null || gate.exitCode === 0 ? '' : `exit ${gate.exitCode}`,
    gate.durationMs === null ? '' : durationWords(gate.durationMs),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
