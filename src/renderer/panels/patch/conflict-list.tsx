// What a patch met on the run's head: each file with the kind of conflict, the lines, and the task on the other side.
import { conflictWords, lineWords } from '../../../shared/domain/conflict.ts';
import type { ConflictView } from '../../../shared/ipc/views.ts';
import { formatRoute } from '../../views/route.ts';
import { counted } from '../../widgets/counted.ts';
import { plainText } from '../../widgets/plain-text.ts';

type ConflictedFile = ConflictView['files'][number];

export interface ConflictListProps {
  readonly conflict: ConflictView;
  onOpen(path: string): void;
}

export function ConflictList({ conflict, onOpen }: ConflictListProps) {
  return (
    <ul className="aside-list">
      {conflict.files.map((file) => (
        <li key={`${file.kind} ${file.path}`} className="finding tone-warn">
          <div>
            <strong>{plainText(conflictWords(file))}</strong>
            <button type="button" className="finding-place" onClick={() => onOpen(file.patch?.path ?? file.path)}>
              {plainText(file.path)}
            </button>
            {file.regions.length === 0 ? null : <span className="muted numbers">{linesOf(file)}</span>}
            <OtherSide file={file} />
          </div>
        </li>
      ))}
      {conflict.moreFiles === 0 ? null : <li className="muted">{`and ${counted(conflict.moreFiles, 'file')} more`}</li>}
    </ul>
  );
}

function OtherSide({ file: { other, otherSide } }: { readonly file: ConflictedFile }) {
  if (other === null) {
    return otherSide === null ? null : <span className="muted">{`Commit ${otherSide.commit.slice(0, 10)}`}</span>;
  }
  const { patchId, taskName } = other;
  if (patchId === null) return <span className="muted">{`Against the direct edit of ${plainText(taskName)}`}</span>;
  return (
    <span className="muted">
      Against <a href={formatRoute({ panel: 'patch', patchId, file: null })}>{plainText(taskName)}</a>
    </span>
  );
}

function linesOf({ regions, moreRegions }: ConflictedFile): string {
  const lines = regions.map(({ patch, head }) => `${lineWords(patch)} against ${lineWords(head)}`);
  return `Lines ${lines.join(', ')}${moreRegions > 0 ? ' …' : ''}`;
}
