// The tests that failed in a gate run, each with its place and what it said.
import type { GateRunView } from '../../shared/ipc/views.ts';
import { plainText } from './plain-text.ts';

export function FailingTests({ gate }: { readonly gate: Pick<GateRunView, 'failures' | 'failed' | 'flaky'> }) {
  const { failures, failed, flaky } = gate;
  if (failures.length === 0) return null;
  return (
    <>
      {flaky ? <p className="muted">Flaky: these failed, and passed when the gate was run again.</p> : null}
      <ul className="failing-tests">
        {failures.map(({ name, file, line, message }) => (
          <li key={`${file} ${line} ${name}`}>
            <strong>{plainText(name)}</strong>
            {file === null ? null : (
              <span className="muted numbers">
                {' '}
                {plainText(file)}
                {line === null ? '' : `:${line}`}
              </span>
            )}
            {message === '' ? null : <pre>{plainText(message)}</pre>}
          </li>
        ))}
      </ul>
      {failed > failures.length ? <p className="muted">{failed - failures.length} more failed.</p> : null}
    </>
  );
}
