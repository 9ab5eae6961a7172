// One patch: its facts, what it does to each file side by side, and everything that happened to it.
import './patch.css';
import { useMemo } from 'react';
import type { PatchDetail } from '../../../shared/ipc/views.ts';
import { replaceRoute } from '../../views/route.ts';
import { useView } from '../../views/service.tsx';
import { useAnswer } from '../../views/use-answer.ts';
import { Loading, TroubleNote } from '../../widgets/notice.tsx';
import { Panes } from '../../widgets/panes.tsx';
import { useStored } from '../../widgets/use-stored.ts';
import { useWide } from '../../widgets/use-wide.ts';
import { FileDiff } from './file-diff.tsx';
import { FileList } from './file-list.tsx';
import { PatchAside } from './patch-aside.tsx';
import { PatchHeader } from './patch-header.tsx';

export interface PatchPanelProps {
  readonly patchId: string;
  readonly file: string | null;
}

export function PatchPanel({ patchId, file }: PatchPanelProps) {
  const patches = useView('patches', {});
  // A patch never changes, but what happens to it does: a push of its state asks for the detail again.
  const pushed = patches.items.find((patch) => patch.patchId === patchId);
  const version = `${pushed?.state ?? ''} ${pushed?.commit ?? ''}`;
  const { answer, again } = useAnswer('patch.show', { patchId }, version);
  if (answer.status === 'loading') return <Loading what="the patch" lines={6} />;
  if (answer.status === 'error') {
    return (
      <div className="patch-trouble">
        <TroubleNote trouble={answer.error} onRetry={again} />
      </div>
    );
  }
  return <PatchScreen key={patchId} patch={answer.value.patch} file={file} />;
}

function PatchScreen({ patch, file }: { readonly patch: PatchDetail; readonly file: string | null }) {
  const wide = useWide(860);
  const [viewed, setViewed] = useStored<readonly string[]>(`patchbay.viewed.${patch.patchId}`, [], readNames);
  const shown = useMemo(() => patch.files.find((each) => each.path === file) ?? patch.files[0], [patch, file]);
  const open = (path: string) => replaceRoute({ panel: 'patch', patchId: patch.patchId, file: path });
  const toggle = (path: string) =>
    setViewed(viewed.includes(path) ? viewed.filter((each) => each !== path) : [...viewed, path]);
  const list = (
    <div className="patch-side">
      <FileList files={patch.files} shown={shown?.path ?? null} viewed={viewed} onOpen={open} onToggle={toggle} />
      <PatchAside patch={patch} onOpen={open} />
    </div>
  );
  const diff =
    shown === undefined ? null : (
      <FileDiff patch={patch} file={shown} viewed={viewed.includes(shown.path)} onOpen={open} onToggle={toggle} />
    );
  return (
    <div className="screen">
      <PatchHeader patch={patch} />
      <div className="screen-fill">
        {wide ? (
          <Panes name="patch" edge="left" sideLabel="the list of files" size={SIDE_PX} main={diff} side={list} />
        ) : (
          <div className="patch-narrow">
            {list}
            {diff}
          </div>
        )}
      </div>
    </div>
  );
}

const SIDE_PX = { min: 220, first: 320, max: 640 };

function readNames(stored: unknown): readonly string[] | null {
  return Array.isArray(stored) && stored.every((each) => typeof each === 'string') ? stored : null;
}
