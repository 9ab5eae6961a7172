// The toolbar above a file's changes: where one is, and how the changes are shown.
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, Columns2, Pilcrow, Rows2, WrapText } from 'lucide-react';
import type { FileChange } from '../../../shared/domain/patch.ts';
import { Button, IconButton } from '../../widgets/button.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { Segments } from '../../widgets/segments.tsx';
import type { DiffLook } from './diff-look.ts';
import { CHANGE_WORDS } from './file-words.ts';
import type { Go } from './go.ts';

export interface DiffToolbarProps {
  readonly file: FileChange;
  /** From 0. */
  readonly place: number;
  readonly count: number;
  readonly viewed: boolean;
  readonly look: DiffLook;
  onLook(look: DiffLook): void;
  readonly onFile: Go;
  readonly onChange: Go;
  onTick(): void;
}

export function DiffToolbar(props: DiffToolbarProps) {
  const { file, place, count } = props;
  return (
    <div className="diff-toolbar" role="toolbar" aria-label="File">
      <IconButton
        icon={ChevronLeft}
        label="Previous file"
        keys="["
        disabled={place === 0}
        onClick={() => props.onFile('previous')}
      />
      <span className="diff-place numbers muted">{`${place + 1}/${count}`}</span>
      <IconButton
        icon={ChevronRight}
        label="Next file"
        keys="]"
        disabled={place === count - 1}
        onClick={() => props.onFile('next')}
      />
      <span className="diff-path truncate" title={file.path}>
        <code>{plainText(file.path)}</code>
        <span className="muted">{changeWords(file)}</span>
      </span>
      <LookButtons {...props} />
      <Button size="small" aria-pressed={props.viewed} onClick={props.onTick}>
        {props.viewed ? 'Viewed' : 'Mark viewed'}
        <kbd>v</kbd>
      </Button>
    </div>
  );
}

function changeWords(file: FileChange): string {
  const from = file.oldPath === null || file.oldPath === file.path ? '' : ` from ${plainText(file.oldPath)}`;
  return `${CHANGE_WORDS[file.change]}${from}`;
}

const LAYOUTS = [
  { value: 'side', label: 'Side by side', icon: Columns2 },
  { value: 'unified', label: 'Unified', icon: Rows2 },
] as const;

function LookButtons({ look, onLook, onChange }: Pick<DiffToolbarProps, 'look' | 'onLook' | 'onChange'>) {
  return (
    <>
      <IconButton icon={ArrowUp} label="Previous change" keys="Shift+F7" onClick={() => onChange('previous')} />
      <IconButton icon={ArrowDown} label="Next change" keys="F7" onClick={() => onChange('next')} />
      <IconButton
        icon={Pilcrow}
        label="Ignore changes of white space"
        pressed={look.ignoreWhitespace}
        onClick={() => onLook({ ...look, ignoreWhitespace: !look.ignoreWhitespace })}
      />
      <IconButton
        icon={WrapText}
        label="Wrap long lines"
        pressed={look.wrap}
        onClick={() => onLook({ ...look, wrap: !look.wrap })}
      />
      <Segments
        label="Layout of changes"
        value={look.sideBySide ? 'side' : 'unified'}
        options={LAYOUTS}
        onChange={(value) => onLook({ ...look, sideBySide: value === 'side' })}
      />
    </>
  );
}
