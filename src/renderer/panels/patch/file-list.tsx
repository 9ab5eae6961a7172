// The files of a patch: kind of change, lines, and a tick for what the user has viewed.
import type { FileChange } from '../../../shared/domain/patch.ts';
import { counted } from '../../widgets/counted.ts';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { CHANGE_LETTERS, CHANGE_WORDS, splitPath } from './file-words.ts';

export interface FileListProps {
  readonly files: readonly FileChange[];
  readonly shown: string | null;
  readonly viewed: readonly string[];
  onOpen(path: string): void;
  onToggle(path: string): void;
}

export function FileList({ files, shown, viewed, onOpen, onToggle }: FileListProps) {
  const seen = files.filter((file) => viewed.includes(file.path)).length;
  return (
    <nav className="files" aria-label="Files of this patch">
      <div className="files-head">
        <h2>{counted(files.length, 'file')}</h2>
        <span className="muted numbers">{`${seen} of ${files.length} viewed`}</span>
      </div>
      <ul>
        {files.map((file) => (
          <FileRow
            key={file.path}
            file={file}
            shown={file.path === shown}
            viewed={viewed.includes(file.path)}
            onOpen={onOpen}
            onToggle={onToggle}
          />
        ))}
      </ul>
    </nav>
  );
}

interface FileRowProps {
  readonly file: FileChange;
  readonly shown: boolean;
  readonly viewed: boolean;
  onOpen(path: string): void;
  onToggle(path: string): void;
}

function FileRow({ file, shown, viewed, onOpen, onToggle }: FileRowProps) {
  const { folder, name } = splitPath(plainText(file.path));
  return (
    <li className="file" data-shown={shown || undefined} data-viewed={viewed || undefined}>
      <button
        type="button"
        className="file-open"
        aria-current={shown}
        title={file.path}
        onClick={() => onOpen(file.path)}
      >
        <span className="file-change" data-change={file.change} role="img" aria-label={CHANGE_WORDS[file.change]}>
          {CHANGE_LETTERS[file.change]}
        </span>
        <span className="file-path">
          <span className="file-name truncate">{name}</span>
          {folder === '' ? null : <span className="file-folder truncate">{folder}</span>}
        </span>
        {file.binary ? (
          <span className="muted">binary</span>
        ) : (
          <LineCounts plus={file.insertions} minus={file.deletions} />
        )}
      </button>
      <input
        type="checkbox"
        className="file-tick"
        checked={viewed}
        aria-label={`Viewed ${file.path}`}
        title="Viewed (v)"
        onChange={() => onToggle(file.path)}
      />
    </li>
  );
}
