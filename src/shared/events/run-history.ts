// How events of a run that older versions stored are read: their plans lack what plans could not say yet.
import { DEFAULT_HEALTH } from '../domain/worker-health.ts';
import { toConstraints } from '../plan/effective-policy.ts';
import { asList, asRecord } from '../plan/read-json.ts';
import type { RunEvents } from './run-events.ts';
import type { History, StoredData } from './upcast.ts';

/** What older events lack, in the order of their versions. */
export const RUN_HISTORY: History<keyof RunEvents> = {
  'run-created': [
    {
      change: 'Its plan has policies with who set each limit, and says what its levels are accepted by.',
      example: { plan: { phases: [{}], workstreams: [{}], tasks: [{ constraints: { maxLinesChanged: 300 } }] } },
      up: (older) => ({ ...older, plan: withPolicies(asRecord(older['plan']) ?? {}) }),
    },
    {
      change: 'Its tasks say whether their work becomes a patch.',
      example: { plan: { tasks: [{ taskId: 'a' }] } },
      up: (older) => ({ ...older, plan: withPatchMode(asRecord(older['plan']) ?? {}) }),
    },
    {
      change: 'Its tasks keep how the plan classifies them.',
      example: { plan: { tasks: [{ taskId: 'a' }] } },
      up: (older) => ({ ...older, plan: withClassification(asRecord(older['plan']) ?? {}) }),
    },
    {
      change: 'Its plan may have tools of the project, with routes of tasks, and how these tools did before.',
      example: { plan: { tasks: [{ taskId: 'a' }] } },
      up: (older) => ({ ...older, toolRecords: [] }),
    },
    {
      change: 'It says how its workers are watched.',
      example: { plan: { tasks: [] } },
      up: (older) => ({ ...older, health: DEFAULT_HEALTH }),
    },
    {
      change: 'It says what earlier runs let expect of its tasks.',
      example: { plan: { tasks: [] } },
      up: (older) => ({ ...older, expected: {} }),
    },
    {
      change: 'It says whether the run waits for a person when nothing can go on.',
      example: { plan: { tasks: [{ taskId: 'a' }] } },
      up: (older) => ({ ...older, whenStuck: 'end' }),
    },
  ],
};

/** A plan from before asks for nothing of it. */
function withPolicies(plan: StoredData): StoredData {
  const filled = (key: string, more: (one: StoredData) => StoredData) =>
    asList(plan[key]).map((one) => ({ ...asRecord(one), ...more(asRecord(one) ?? {}) }));
  return {
    ...plan,
    policies: [{}],
    phases: filled('phases', () => ({ acceptance: null })),
    workstreams: filled('workstreams', () => ({ acceptance: null })),
    tasks: filled('tasks', (task) => ({
      acceptance: null,
      policy: 0,
      issueRef: null,
      constraints: { ...toConstraints({}, []), ...asRecord(task['constraints']) },
    })),
  };
}

/** Before there was a choice, all work became patches. */
function withPatchMode(plan: StoredData): StoredData {
  const patchMode = { on: true, by: 'default', place: '' };
  return { ...plan, tasks: asList(plan['tasks']).map((one) => ({ patchMode, ...asRecord(one) })) };
}

/** What the plan said of it was not kept; nothing is made up for it. */
function withClassification(plan: StoredData): StoredData {
  const classification = { complexity: null, riskTier: null, domain: null };
  return { ...plan, tasks: asList(plan['tasks']).map((one) => ({ classification, ...asRecord(one) })) };
}
