// The header of a patch: whose it is, how it stands, and the banner that says what went wrong.
import { ArrowLeft, OctagonAlert } from 'lucide-react';
import type { PatchDetail } from '../../../shared/ipc/views.ts';
import { formatRoute } from '../../views/route.ts';
import { counted } from '../../widgets/counted.ts';
import { Hash } from '../../widgets/facts.tsx';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { Banner } from '../../widgets/notice.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { StateChip } from '../../widgets/state-chip.tsx';
import { PATCH_LOOKS } from '../../widgets/state-look.tsx';
import { ToolIcon } from '../../widgets/tool-icon.tsx';

export function PatchHeader({ patch }: { readonly patch: PatchDetail }) {
  return (
    <>
      <header className="screen-head">
        <a
          className="icon-button patch-back"
          href={formatRoute({ panel: 'patches', runId: null })}
          aria-label="Back to all patches"
        >
          <ArrowLeft size={16} aria-hidden />
        </a>
        <div className="patch-title">
          <h1 className="screen-title truncate">{patch.taskName}</h1>
          <PatchPlace patch={patch} />
        </div>
        <StateChip look={PATCH_LOOKS[patch.state]} />
        <LineCounts plus={patch.insertions} minus={patch.deletions} />
        <span className="muted numbers">{counted(patch.filesChanged, 'file')}</span>
        <a
          className="spread"
          href={formatRoute({ panel: 'run', runId: patch.runId, task: patch.taskId, look: 'graph' })}
        >
          Show task in its run
        </a>
      </header>
      <HeldBanner patch={patch} />
    </>
  );
}

function PatchPlace({ patch }: { readonly patch: PatchDetail }) {
  return (
    <span className="patch-place muted">
      <ToolIcon tool={patch.tool} size={12} />
      {patch.tool}, attempt {patch.attempt}
      <span aria-hidden>·</span>
      {patch.commit === null ? (
        'not committed'
      ) : (
        <span>
          committed as <Hash value={patch.commit} />
        </span>
      )}
      {patch.recovered ? ' · saved from a stopped attempt' : ''}
    </span>
  );
}

const HELD = new Set(['quarantined', 'apply_failed', 'dropped', 'rolled_back']);

function HeldBanner({ patch }: { readonly patch: PatchDetail }) {
  if (!HELD.has(patch.state) || patch.reason === '') return null;
  const look = PATCH_LOOKS[patch.state];
  return (
    <div className="patch-banner">
      <Banner tone={look.tone} icon={OctagonAlert} title={plainText(patch.reason)}>
        The patch is kept in the ledger and is not part of the run’s result.
      </Banner>
    </div>
  );
}
