// Phases and workstreams that were not accepted: the reason at first sight, the checks behind it.
import { CircleAlert } from 'lucide-react';
import type { AcceptanceView, RunHead } from '../../../shared/ipc/views.ts';
import { Banner } from '../../widgets/notice.tsx';
import { CheckList } from './check-list.tsx';

export function RefusedLevels({ head }: { readonly head: RunHead }) {
  return refusedLevels(head).map(({ key, title, acceptance }) => (
    <div key={key}>
      <Banner tone="bad" icon={CircleAlert} title={title}>
        {acceptance.reason}
      </Banner>
      <CheckList acceptance={acceptance} />
    </div>
  ));
}

interface RefusedLevel {
  readonly key: string;
  readonly title: string;
  readonly acceptance: AcceptanceView;
}

function refusedLevels({ phases, workstreams }: RunHead): readonly RefusedLevel[] {
  const levels = [
    ...workstreams.map((one) => ({ ...one, key: `workstream ${one.workstreamId}`, noun: 'Workstream' })),
    ...phases.map((one) => ({ ...one, key: `phase ${one.phaseId}`, noun: 'Phase' })),
  ];
  return levels.flatMap(({ key, noun, name, acceptance }) => {
    return acceptance?.state === 'failed' ? [{ key, title: `${noun} “${name}” was not accepted`, acceptance }] : [];
  });
}
