// The attempts of a task, newest first: how each ended, what it noted, and its output on demand.
import { useState } from 'react';
import type { AttemptView } from '../../../shared/ipc/views.ts';
import { useAnswer } from '../../views/use-answer.ts';
import { Button } from '../../widgets/button.tsx';
import { Elapsed } from '../../widgets/elapsed.tsx';
import { Loading, TroubleNote } from '../../widgets/notice.tsx';
import { OutputText } from '../../widgets/output-text.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { StateChip } from '../../widgets/state-chip.tsx';
import { ATTEMPT_LOOKS } from '../../widgets/state-look.tsx';

export function AttemptList({ attempts }: { readonly attempts: readonly AttemptView[] }) {
  return (
    <ol className="attempts" reversed>
      {[...attempts].reverse().map((attempt) => (
        <li key={attempt.attemptId} className="attempt">
          <AttemptRow attempt={attempt} />
        </li>
      ))}
    </ol>
  );
}

function AttemptRow({ attempt }: { readonly attempt: AttemptView }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <div className="attempt-head">
        <strong>{`Attempt ${attempt.number}`}</strong>
        <StateChip look={ATTEMPT_LOOKS[attempt.state]} />
        <span className="muted spread">
          <Elapsed from={attempt.startedAt} to={attempt.endedAt} />
        </span>
      </div>
      <p className="attempt-result">{resultWords(attempt)}</p>
      {attempt.notes.map((note) => (
        <p key={note} className="attempt-note">
          {plainText(note)}
        </p>
      ))}
      {attempt.startedAt === null ? null : (
        <Button size="small" look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide output' : 'Show output'}
        </Button>
      )}
      {shown ? <AttemptOutput attempt={attempt} /> : null}
    </>
  );
}

function resultWords(attempt: AttemptView): string {
  if (attempt.failure !== null) return plainText(attempt.failure.message);
  if (attempt.result === 'patch') return 'Its changes became a patch.';
  if (attempt.result === 'direct_change') return 'Its changes are a direct edit, not a patch.';
  if (attempt.result === 'no_change') return 'It finished without changing anything.';
  if (attempt.result === 'stopped') return 'It was stopped; what it had changed is kept.';
  return attempt.state === 'running' ? 'The tool is at work.' : '';
}

/** The output is asked for when it is opened, and again when the attempt has ended. */
function AttemptOutput({ attempt }: { readonly attempt: AttemptView }) {
  const { answer, again } = useAnswer('attempt.output', { attemptId: attempt.attemptId }, attempt.state);
  if (answer.status === 'loading') return <Loading what="the output" lines={3} />;
  if (answer.status === 'error') return <TroubleNote trouble={answer.error} onRetry={again} />;
  const { stdout, stderr, truncated } = answer.value;
  if (stdout === '' && stderr === '') return <p className="muted">The tool has written nothing.</p>;
  return (
    <div className="attempt-output">
      {truncated ? <p className="muted">The beginning is left out; this is the end.</p> : null}
      {stdout === '' ? null : <OutputText label={`Output of attempt ${attempt.number}`} text={stdout} />}
      {stderr === '' ? null : (
        <>
          <p className="muted">Messages and errors of the tool</p>
          <OutputText label={`Errors of attempt ${attempt.number}`} text={stderr} />
        </>
      )}
      {attempt.endedAt === null ? (
        <Button size="small" onClick={again}>
          Read again
        </Button>
      ) : null}
    </div>
  );
}
