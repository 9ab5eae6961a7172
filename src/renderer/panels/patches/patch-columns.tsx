// The columns of the list of patches.
import type { PatchView } from '../../../shared/ipc/views.ts';
import type { Column } from '../../widgets/data-table.tsx';
import { Ago } from '../../widgets/elapsed.tsx';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { StateChip } from '../../widgets/state-chip.tsx';
import { PATCH_LOOKS } from '../../widgets/state-look.tsx';
import { ToolIcon } from '../../widgets/tool-icon.tsx';

export const PATCH_COLUMNS: readonly Column<PatchView>[] = [
  {
    id: 'task',
    title: 'Patch',
    width: 'minmax(12rem, 1.6fr)',
    cell: (patch) => (
      <span className="patch-name">
        <strong className="truncate">{patch.taskName}</strong>
        <span className="muted truncate">{subtitle(patch)}</span>
      </span>
    ),
    sort: (patch) => patch.taskName,
  },
  {
    id: 'state',
    title: 'State',
    width: '10rem',
    cell: (patch) => (
      <span title={patch.reason}>
        <StateChip look={PATCH_LOOKS[patch.state]} />
      </span>
    ),
    sort: (patch) => PATCH_LOOKS[patch.state].word,
  },
  {
    id: 'files',
    title: 'Files',
    width: 'minmax(9rem, 1.2fr)',
    cell: (patch) => <PathList patch={patch} />,
    sort: (patch) => patch.filesChanged,
  },
  {
    id: 'lines',
    title: 'Lines',
    width: '6rem',
    align: 'end',
    cell: (patch) => <LineCounts plus={patch.insertions} minus={patch.deletions} />,
    sort: (patch) => patch.insertions + patch.deletions,
  },
  {
    id: 'tool',
    title: 'Tool',
    width: '7rem',
    cell: (patch) => (
      <span className="patch-tool muted">
        <ToolIcon tool={patch.tool} />
        <span className="truncate">{patch.tool}</span>
      </span>
    ),
    sort: (patch) => patch.tool,
  },
  {
    id: 'created',
    title: 'Recorded',
    width: '7rem',
    align: 'end',
    cell: (patch) => (
      <span className="muted">
        <Ago at={patch.createdAt} />
      </span>
    ),
    sort: (patch) => Date.parse(patch.createdAt),
  },
];

function subtitle(patch: PatchView): string {
  const attempt = `attempt ${patch.attempt}`;
  const saved = patch.recovered ? ', saved from a stopped attempt' : '';
  return patch.summary === '' ? `${attempt}${saved}` : `${plainText(patch.summary)} · ${attempt}${saved}`;
}

function PathList({ patch }: { readonly patch: PatchView }) {
  const [first] = patch.paths;
  const more = patch.filesChanged - 1;
  return (
    <span className="patch-paths" title={patch.paths.slice(0, 30).join('\n')}>
      <code className="truncate">{first === undefined ? '' : plainText(first)}</code>
      {more > 0 ? <span className="muted numbers">{`+${more} more`}</span> : null}
    </span>
  );
}
