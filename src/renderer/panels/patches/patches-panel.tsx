// The ledger: every patch that any tool made, whatever became of it.
import './patches.css';
import { FileDiff, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PatchView, RunSummary } from '../../../shared/ipc/views.ts';
import { navigate } from '../../views/route.ts';
import { useView } from '../../views/service.tsx';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { DataTable } from '../../widgets/data-table.tsx';
import { Choice, SearchField } from '../../widgets/fields.tsx';
import { Empty, Loading, TroubleNote } from '../../widgets/notice.tsx';
import { PATCH_LOOKS } from '../../widgets/state-look.tsx';
import { momentWords } from '../../widgets/time-words.ts';
import { PATCH_COLUMNS } from './patch-columns.tsx';
import { matchingPatches, NO_PATCH_FILTER, type PatchFilter, statesPresent } from './patch-filter.ts';
import { useChanging } from './use-changing.ts';

export function PatchesPanel({ runId }: { readonly runId: string | null }) {
  const patches = useView('patches', runId === null ? {} : { runId });
  const runs = useView('runs', {});
  const [filter, setFilter] = useState(NO_PATCH_FILTER);
  const [changes, setChanges] = useState('');
  const found = useChanging(changes, runId);
  const shown = useMemo(
    () =>
      matchingPatches(
        [...(found.patches ?? patches.items)].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
        filter,
      ),
    [found.patches, patches.items, filter],
  );
  const clear = () => {
    setFilter(NO_PATCH_FILTER);
    setChanges('');
  };
  const unlisted = runs.items
    .filter((run) => runId === null || run.runId === runId)
    .reduce((sum, run) => sum + run.directCommits, 0);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Patches</h1>
        <RunChoice runId={runId} runs={runs.items} />
        <Filters patches={patches.items} filter={filter} onChange={setFilter} />
        <SearchField label="Changed text" value={changes} onChange={setChanges} />
        <span className="muted numbers spread">
          {counted(shown.length, 'patch', 'patches')}
          {found.isPart ? ', of the newest' : ''}
          {unlisted === 0
            ? ''
            : `; ${counted(unlisted, 'direct edit')} ${unlisted === 1 ? 'is' : 'are'} no patch and not listed`}
        </span>
      </header>
      <div className="screen-fill">
        {found.trouble === null ? null : <TroubleNote trouble={found.trouble} />}
        {patches.status === 'error' && patches.error ? <TroubleNote trouble={patches.error} /> : null}
        {patches.status === 'loading' ? <Loading what="patches" /> : null}
        {patches.status === 'ready' ? <PatchTable all={patches.items.length} shown={shown} onClear={clear} /> : null}
      </div>
    </div>
  );
}

interface PatchTableProps {
  readonly all: number;
  readonly shown: readonly PatchView[];
  onClear(): void;
}

function PatchTable({ all, shown, onClear }: PatchTableProps) {
  if (all === 0) {
    return (
      <Empty icon={FileDiff} title="No patches yet">
        <p>
          When a tool finishes a task, what it changed is recorded here as a patch before its workspace is thrown away.
          A patch never changes and is never lost, even when it is not used.
        </p>
      </Empty>
    );
  }
  if (shown.length === 0) {
    return (
      <Empty icon={SearchX} title="No patch matches" action={<Button onClick={onClear}>Clear the filter</Button>}>
        <p>{`There ${all === 1 ? 'is' : 'are'} ${counted(all, 'patch', 'patches')} in the ledger.`}</p>
      </Empty>
    );
  }
  return (
    <DataTable
      label="Patches"
      columns={PATCH_COLUMNS}
      rows={shown}
      rowHeight={48}
      rowLabel={patchLabel}
      onOpen={openPatch}
    />
  );
}

interface FiltersProps {
  readonly patches: readonly PatchView[];
  readonly filter: PatchFilter;
  onChange(filter: PatchFilter): void;
}

function Filters({ patches, filter, onChange }: FiltersProps) {
  const states = statesPresent(patches);
  const tasks = useMemo(() => [...new Set(patches.map((patch) => patch.taskName))].sort(), [patches]);
  const stateOptions = states.map((state) => ({ value: state, label: PATCH_LOOKS[state].word }));
  const taskOptions = tasks.map((task) => ({ value: task, label: task }));
  return (
    <>
      <Choice
        label="State"
        value={filter.state}
        options={[{ value: '', label: 'All states' }, ...stateOptions]}
        onChange={(value) => onChange({ ...filter, state: states.find((state) => state === value) ?? '' })}
      />
      <Choice
        label="Task"
        value={filter.task}
        options={[{ value: '', label: 'All tasks' }, ...taskOptions]}
        onChange={(task) => onChange({ ...filter, task })}
      />
      <SearchField label="Filter patches" value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
    </>
  );
}

function RunChoice({ runId, runs }: { readonly runId: string | null; readonly runs: readonly RunSummary[] }) {
  const options = runs.map((run) => ({ value: run.runId, label: `${run.planName}, ${momentWords(run.createdAt)}` }));
  return (
    <Choice
      label="Run"
      value={runId ?? ''}
      options={[{ value: '', label: 'All runs' }, ...options]}
      onChange={(value) => navigate({ panel: 'patches', runId: value === '' ? null : value })}
    />
  );
}

function patchLabel(patch: PatchView): string {
  return `Patch of ${patch.taskName}, attempt ${patch.attempt}, ${PATCH_LOOKS[patch.state].word}`;
}

function openPatch(patch: PatchView): void {
  navigate({ panel: 'patch', patchId: patch.patchId, file: null });
}
