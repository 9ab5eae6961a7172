// What a task in direct-edit mode changed: committed without a patch, so there is no diff to open, only what is known.
import { ShieldOff } from 'lucide-react';
import { refuses } from '../../../shared/domain/action-of.ts';
import type { DirectChangeView, TaskView } from '../../../shared/ipc/views.ts';
import { counted } from '../../widgets/counted.ts';
import { Hash } from '../../widgets/facts.tsx';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { Banner } from '../../widgets/notice.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { StateChip } from '../../widgets/state-chip.tsx';
import { DIRECT_LOOKS } from '../../widgets/state-look.tsx';

const PATHS_SHOWN = 20;

/** Says what is missing before a person trusts the work. */
export function UnprotectedBanner({ task }: { readonly task: TaskView }) {
  return (
    <Banner tone="warn" icon={ShieldOff} title="Unprotected: a direct edit">
      {`Its work is committed without a patch, a ledger entry or limits. Decided by ${plainText(task.patchModePlace)}.`}
    </Banner>
  );
}

export function DirectChangeList({ changes }: { readonly changes: readonly DirectChangeView[] }) {
  return (
    <ol className="attempts" reversed>
      {[...changes].reverse().map((change) => (
        <li key={change.changeId} className="attempt">
          <DirectChangeRow change={change} />
        </li>
      ))}
    </ol>
  );
}

function DirectChangeRow({ change }: { readonly change: DirectChangeView }) {
  const left = change.paths.length - PATHS_SHOWN;
  return (
    <>
      <div className="attempt-head">
        <strong>{`Attempt ${change.attempt}`}</strong>
        <StateChip look={DIRECT_LOOKS[change.state]} />
        <span className="spread">
          <LineCounts plus={change.insertions} minus={change.deletions} />
        </span>
      </div>
      {change.reason === '' ? null : <p className="attempt-result">{plainText(change.reason)}</p>}
      <ul className="direct-paths">
        {change.paths.slice(0, PATHS_SHOWN).map((path) => (
          <li key={path}>
            <code>{plainText(path)}</code>
          </li>
        ))}
        {left > 0 ? <li className="muted">{`and ${counted(left, 'more file')}`}</li> : null}
      </ul>
      <Findings change={change} />
      <p className="muted">
        {change.commit === null ? (
          <code>{`git show refs/patchbay/changes/${change.changeId}`}</code>
        ) : (
          <>
            Commit <Hash value={change.commit} />
          </>
        )}
      </p>
    </>
  );
}

/** Of a committed change: what a patch would have been told. */
function Findings({ change }: { readonly change: DirectChangeView }) {
  if (change.findings.length === 0) return null;
  const refused = change.findings.some(refuses);
  const verdict =
    change.state !== 'committed' ? 'Found:' : refused ? 'A patch would be refused:' : 'A patch would be told:';
  return (
    <p className="attempt-note">
      {`${verdict} ${change.findings.map(({ message }) => plainText(message)).join('; ')}`}
    </p>
  );
}
