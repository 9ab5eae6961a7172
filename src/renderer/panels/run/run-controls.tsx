// What a person can do with a run that goes on: hold it, let it go on, change how many tools work, stop it.
import { Pause, Play, Square } from 'lucide-react';
import { useState } from 'react';
import type { RunHead } from '../../../shared/ipc/views.ts';
import { Button } from '../../widgets/button.tsx';
import { Choice } from '../../widgets/fields.tsx';
import { Hint } from '../../widgets/hint.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { useCommand } from './use-command.ts';

export function RunControls({ head }: { readonly head: RunHead }) {
  const [isStopping, setStopping] = useState(false);
  if (head.state !== 'running' && head.state !== 'pending') return null;
  const isHeld = head.control === 'pausing' || head.control === 'paused';
  return (
    <>
      {head.control === 'stopping' ? null : <ToolsAtOnce head={head} />}
      {head.control === 'stopping' ? null : isHeld ? (
        <ResumeButton head={head} look="primary" />
      ) : (
        <PauseButton head={head} />
      )}
      <Button icon={Square} onClick={() => setStopping(true)}>
        Stop run
      </Button>
      {isStopping ? <StopDialog head={head} onClose={() => setStopping(false)} /> : null}
    </>
  );
}

function PauseButton({ head }: { readonly head: RunHead }) {
  const pause = useCommand(head.runId, (connection, ids) =>
    connection.call('run.pause', { ...ids, reason: 'Paused in the window' }),
  );
  return (
    <Hint text="Nothing new starts: no tool, no gate, no commit. What is under way ends its step.">
      <Button icon={Pause} busy={pause.busy} onClick={() => pause.run()}>
        Pause
      </Button>
    </Hint>
  );
}

export function ResumeButton({
  head,
  look = 'plain',
}: {
  readonly head: RunHead;
  readonly look?: 'primary' | 'plain';
}) {
  const resume = useCommand(head.runId, (connection, ids) => connection.call('run.resume', ids));
  return (
    <Button icon={Play} look={look} busy={resume.busy} onClick={() => resume.run()}>
      Resume
    </Button>
  );
}

const MOST_OFFERED = 16;

function ToolsAtOnce({ head }: { readonly head: RunHead }) {
  const change = useCommand(head.runId, (connection, ids, maxParallel: number) =>
    connection.call('run.parallel', { ...ids, maxParallel }),
  );
  const numbers = Array.from({ length: Math.max(MOST_OFFERED, head.maxParallel) }, (_, at) => at + 1);
  return (
    <Hint text="Fewer never stops a tool that works.">
      <span>
        <Choice
          label="Tools at once"
          value={String(head.maxParallel)}
          options={numbers.map((number) => ({
            value: String(number),
            label: number === 1 ? '1 tool at once' : `${number} tools at once`,
          }))}
          onChange={(value) => change.run(Number(value))}
        />
      </span>
    </Hint>
  );
}
