// Phases and workstreams that were not accepted: the reason at first sight, the checks behind it.
import { CircleAlert } from 'lucide-react';
import type { AcceptanceView, RunHead } from '../../../shared/ipc/views.ts';
import { Button } from '../../widgets/button.tsx';
import { Banner } from '../../widgets/notice.tsx';
import { CheckList } from './check-list.tsx';
import { useCommand } from './use-command.ts';

export function RefusedLevels({ head }: { readonly head: RunHead }) {
  return refusedLevels(head).map(({ key, levelId, title, acceptance }) => (
    <div key={key}>
      <Banner tone="bad" icon={CircleAlert} title={title} action={<JudgeAgain head={head} levelId={levelId} />}>
        {acceptance.reason}
      </Banner>
      <CheckList acceptance={acceptance} />
    </div>
  ));
}

/** Only a run that goes on can mend it. */
function JudgeAgain({ head, levelId }: { readonly head: RunHead; readonly levelId: string }) {
  const judge = useCommand(head.runId, (connection, ids) => connection.call('run.retry', { ...ids, taskId: levelId }));
  if (head.state !== 'running' || head.control === 'stopping') return null;
  return (
    <Button size="small" busy={judge.busy} onClick={() => judge.run()}>
      Check again
    </Button>
  );
}

interface RefusedLevel {
  readonly key: string;
  readonly levelId: string;
  readonly title: string;
  readonly acceptance: AcceptanceView;
}

function refusedLevels({ phases, workstreams }: RunHead): readonly RefusedLevel[] {
  const levels = [
    ...workstreams.map((one) => ({
      ...one,
      levelId: one.workstreamId,
      key: `workstream ${one.workstreamId}`,
      noun: 'Workstream',
    })),
    ...phases.map((one) => ({ ...one, levelId: one.phaseId, key: `phase ${one.phaseId}`, noun: 'Phase' })),
  ];
  return levels.flatMap(({ key, levelId, noun, name, acceptance }) => {
    return acceptance?.state === 'failed'
      ? [{ key, levelId, title: `${noun} “${name}” was not accepted`, acceptance }]
      : [];
  });
}
