// The plans found in the project, each with its Run button.
import { CircleAlert, FileQuestion, Play, Workflow } from 'lucide-react';
import type { ProjectHead } from '../../../shared/ipc/views.ts';
import type { PatchbayError } from '../../../shared/lib/errors.ts';
import { problemsOf } from '../../../shared/lib/problems-of.ts';
import { navigateUnlessMoved } from '../../views/route.ts';
import { useService } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { TroubleNote } from '../../widgets/notice.tsx';

type Plan = ProjectHead['plans'][number];

export function PlanList({ plans, first }: { readonly plans: readonly Plan[]; readonly first: boolean }) {
  return (
    <section className="plans" aria-labelledby="plans-title">
      <h2 id="plans-title">Plans</h2>
      {plans.length === 0 ? <NoPlans /> : null}
      <ul>
        {plans.map((plan, place) => (
          <PlanCard key={plan.file} plan={plan} primary={place === 0 || first} />
        ))}
      </ul>
    </section>
  );
}

function PlanCard({ plan, primary }: { readonly plan: Plan; readonly primary: boolean }) {
  const { connection } = useService();
  const start = useAction(async () => {
    const open = navigateUnlessMoved();
    const { runId } = await connection.call('run.start', { planFile: plan.file });
    open({ panel: 'run', runId, task: null, look: 'graph' });
  });
  return (
    <li className="plan">
      <div className="plan-row">
        <Workflow size={16} aria-hidden className="plan-icon" />
        <div className="plan-words">
          <strong className="truncate">{plan.name}</strong>
          <span className="muted truncate">
            {plan.file} · {counted(plan.tasks, 'task')}
          </span>
        </div>
        <Button
          look={primary ? 'primary' : 'plain'}
          icon={Play}
          busy={start.busy}
          aria-label={`Run ${plan.name}`}
          onClick={() => start.run()}
        >
          Run
        </Button>
      </div>
      {start.error === null ? null : <PlanTrouble error={start.error} />}
    </li>
  );
}

/** A longer list is read in the editor, beside the plan: `patchbay validate` has it whole. */
const PROBLEMS_SHOWN = 20;

function PlanTrouble({ error }: { readonly error: PatchbayError }) {
  const problems = problemsOf(error);
  if (problems.length < 2) return <TroubleNote trouble={error} />;
  const more = problems.length - PROBLEMS_SHOWN;
  return (
    <div className="banner tone-bad plan-problems" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div className="banner-words">
        <strong>This plan cannot be run: {counted(problems.length, 'problem')}</strong>
        <ul>
          {problems.slice(0, PROBLEMS_SHOWN).map(({ line, path, message, advice }) => (
            <li key={`${line} ${path} ${message}`}>
              {line > 0 ? `Line ${line}: ` : ''}
              {message} <span className="muted">{advice}</span>
            </li>
          ))}
        </ul>
        {more > 0 ? <span>And {more} more. Run patchbay validate on the plan to see all.</span> : null}
      </div>
    </div>
  );
}

function NoPlans() {
  return (
    <p className="plans-none">
      <FileQuestion size={15} aria-hidden />
      <span>
        No plan was found. A plan is a file named <code>*.plan.yaml</code> that lists tasks, their tools and their
        order. Run <code>patchbay init</code> in the project to get one to start from.
      </span>
    </p>
  );
}
