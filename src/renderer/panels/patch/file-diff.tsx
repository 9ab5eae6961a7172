// The chosen file of a patch: a toolbar, and its two sides, or in words why there are no lines.
import { FileQuestion } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef } from 'react';
import type { FileChange } from '../../../shared/domain/patch.ts';
import type { FileSidesReport } from '../../../shared/ipc/patch-methods.ts';
import type { PatchDetail } from '../../../shared/ipc/views.ts';
import { useAnswer } from '../../views/use-answer.ts';
import { Banner, Empty, Loading, TroubleNote } from '../../widgets/notice.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { useStored } from '../../widgets/use-stored.ts';
import { type DiffLook, FIRST_LOOK, readLook } from './diff-look.ts';
import { DiffToolbar } from './diff-toolbar.tsx';
import { noteInsteadOfLines } from './file-words.ts';
import type { Go } from './go.ts';
import { useReviewKeys } from './use-review-keys.ts';

const DiffView = lazy(async () => ({ default: (await import('./diff-view.tsx')).DiffView }));

export interface FileDiffProps {
  readonly patch: PatchDetail;
  readonly file: FileChange;
  readonly viewed: boolean;
  onOpen(path: string): void;
  onToggle(path: string): void;
}

export function FileDiff({ patch, file, viewed, onOpen, onToggle }: FileDiffProps) {
  const [look, setLook] = useStored('patchbay.diff', FIRST_LOOK, readLook);
  const change = useRef<Go | null>(null);
  const ready = useCallback((go: Go) => {
    change.current = go;
  }, []);
  const place = patch.files.indexOf(file);
  const goFile: Go = (direction) => {
    const next = patch.files[place + (direction === 'next' ? 1 : -1)];
    if (next !== undefined) onOpen(next.path);
  };
  const goChange: Go = (direction) => change.current?.(direction);
  const tick = () => {
    onToggle(file.path);
    if (!viewed) goFile('next');
  };
  useReviewKeys({ goFile, goChange, tick });
  return (
    <div className="diff">
      <DiffToolbar
        file={file}
        place={place}
        count={patch.files.length}
        viewed={viewed}
        look={look}
        onLook={setLook}
        onFile={goFile}
        onChange={goChange}
        onTick={tick}
      />
      <FileBody patchId={patch.patchId} file={file} look={look} onReady={ready} />
    </div>
  );
}

interface FileBodyProps {
  readonly patchId: string;
  readonly file: FileChange;
  readonly look: DiffLook;
  onReady(go: Go): void;
}

function FileBody({ patchId, file, look, onReady }: FileBodyProps) {
  const { answer, again } = useAnswer('patch.file', { patchId, path: file.path });
  if (answer.status === 'loading') return <Loading what={file.path} lines={6} />;
  if (answer.status === 'error') {
    return (
      <div className="diff-trouble">
        <TroubleNote trouble={answer.error} onRetry={again} />
      </div>
    );
  }
  return <FileLines file={file} sides={answer.value} look={look} onReady={onReady} />;
}

interface FileLinesProps extends Omit<FileBodyProps, 'patchId'> {
  readonly sides: FileSidesReport;
}

function FileLines({ file, sides, look, onReady }: FileLinesProps) {
  const note = noteInsteadOfLines(file, sides);
  if (note !== null) {
    return (
      <Empty icon={FileQuestion} title={plainText(note.title)}>
        <p>{plainText(note.words)}</p>
      </Empty>
    );
  }
  return (
    <>
      {sides.note === null ? null : <Banner tone="wait" icon={FileQuestion} title={plainText(sides.note)} />}
      <Suspense fallback={<Loading what="the editor" lines={6} />}>
        <DiffView sides={sides} look={look} onReady={onReady} />
      </Suspense>
    </>
  );
}
