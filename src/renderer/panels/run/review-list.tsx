// What waits for a person's decision in a run: each patch with what was found, and two answers.
import './reviews.css';
import { Check, Eye, X } from 'lucide-react';
import { useState } from 'react';
import { ulid } from 'ulid';
import { actionOf } from '../../../shared/domain/action-of.ts';
import type { ReviewView } from '../../../shared/ipc/review-view.ts';
import { navigate } from '../../views/route.ts';
import { useService } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { TextField } from '../../widgets/fields.tsx';
import { TroubleNote } from '../../widgets/notice.tsx';
import { useToast } from '../../widgets/toasts.tsx';

const FINDINGS_SHOWN = 5;

type Verdict = 'approve' | 'reject';

interface Asked {
  readonly review: ReviewView;
  readonly verdict: Verdict;
}

/** `canDecide`: the run goes on and is not stopping. */
export function ReviewList({ reviews, canDecide }: { readonly reviews: readonly ReviewView[]; canDecide: boolean }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  if (reviews.length === 0) return null;
  return (
    <section className="reviews" aria-label="Waits for your decision">
      <ul>
        {reviews.map((review) => (
          <li key={review.key} className="review">
            <ReviewText review={review} />
            <div className="review-actions">
              <Button
                size="small"
                icon={Eye}
                onClick={() => navigate({ panel: 'patch', patchId: review.patchId, file: null })}
              >
                Patch
              </Button>
              <Button
                size="small"
                look="primary"
                icon={Check}
                disabled={!canDecide}
                onClick={() => setAsked({ review, verdict: 'approve' })}
              >
                Approve
              </Button>
              <Button
                size="small"
                icon={X}
                disabled={!canDecide}
                onClick={() => setAsked({ review, verdict: 'reject' })}
              >
                Reject
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {asked === null ? null : <VoteDialog {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function ReviewText({ review }: { readonly review: ReviewView }) {
  const { taskName, patchState, reason, findings, insertions, deletions, paths, approvalsNeeded, votes } = review;
  const approvals = approvalsNeeded > 1 ? ` · ${approvalsOf(votes)} of ${approvalsNeeded} approvals` : '';
  const size = `${counted(paths.length, 'file')}, +${insertions} −${deletions}`;
  const shown = findings.slice(0, FINDINGS_SHOWN);
  return (
    <div className="review-text">
      <p>
        <strong>{taskName}</strong> <span className="muted">{`${patchState} · ${size}${approvals}`}</span>
      </p>
      {findings.length === 0 ? <p>{reason}</p> : null}
      {shown.map((finding) => (
        <p key={`${finding.rule} ${finding.path} ${finding.line} ${finding.message}`}>
          {actionOf(finding) === 'warn' ? '' : `${finding.rule}: `}
          {finding.message}
        </p>
      ))}
      {findings.length > shown.length ? (
        <p className="muted">{findings.length - shown.length} more in the patch</p>
      ) : null}
    </div>
  );
}

/** Different persons; what a tool thinks counts for none. */
function approvalsOf(votes: ReviewView['votes']): number {
  const persons = votes.filter(({ verdict, reviewer }) => verdict === 'approve' && reviewer.kind === 'person');
  return new Set(persons.map(({ reviewer }) => reviewer.name)).size;
}

function VoteDialog({ review, verdict, onClose }: Asked & { onClose(): void }) {
  const { connection } = useService();
  const toast = useToast();
  const [why, setWhy] = useState('');
  const { runId, reviewId, patchId, head, taskName, patchState } = review;
  const give = useAction(async () => {
    const reason = why.trim() === '' ? {} : { reason: why.trim() };
    await connection.call(`review.${verdict}`, { runId, commandId: ulid(), reviewId, patchId, head, ...reason });
    toast({
      tone: 'good',
      message: `The patch of “${taskName}” is ${verdict === 'approve' ? 'approved' : 'rejected'}.`,
    });
    onClose();
  });
  const label = verdict === 'approve' ? 'Approve' : 'Reject';
  return (
    <Dialog
      open
      title={`${label} the patch of “${taskName}”?`}
      onClose={onClose}
      description={consequencesOf(verdict, patchState).map((sentence) => <p key={sentence}>{sentence}</p>)}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            Leave it
          </Button>
          <Button look="primary" busy={give.busy} onClick={() => give.run()}>
            {label}
          </Button>
        </>
      }
    >
      <TextField label="Why" value={why} help="Kept with the decision, which is never changed." onChange={setWhy} />
      {give.error === null ? null : <TroubleNote trouble={give.error} />}
    </Dialog>
  );
}

function consequencesOf(verdict: Verdict, state: ReviewView['patchState']): readonly string[] {
  if (verdict === 'reject') return ['It is dropped and its task fails. The patch stays in the ledger, to be read.'];
  if (state === 'quarantined') {
    return ['A copy takes its place and is judged anew, but for what was found now. Its gates still decide.'];
  }
  return ['It joins the merge train. Its gates still decide whether it is committed.'];
}
