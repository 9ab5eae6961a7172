// Plan files for the acceptance tests, written the way a person would write them.

export interface TaskDocument {
  readonly task_id: string;
  readonly [field: string]: unknown;
}

export interface PlanSettings {
  readonly gates?: readonly unknown[];
  readonly strategy?: string;
  readonly [field: string]: unknown;
}

/** One phase, one workstream. */
export function planDocument(tasks: readonly TaskDocument[], settings: PlanSettings = {}): unknown {
  return {
    schema: 'patchbay/plan.v1',
    plan_id: 'work',
    name: 'Work',
    strategy: 'dag',
    ...settings,
    phases: [
      {
        phase_id: 'PH-1',
        name: 'Only phase',
        workstreams: [{ workstream_id: 'WS-1', name: 'Only workstream', objective: 'All of it', tasks }],
      },
    ],
  };
}

export function scriptTask(id: string, edits: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) {
  return { task_id: id, name: `Task ${id}`, kind: 'code_edit', tool: 'script', script: { edits }, ...more };
}

/** Waits first; the edit comes after. */
export function waitingTask(id: string, seconds: number, more: Readonly<Record<string, unknown>> = {}) {
  const script = { wait_seconds: seconds, edits: [{ write: `${id}.txt`, text: `${id}\n` }] };
  return { ...scriptTask(id, [], more), script };
}

export function commandTask(id: string, argv: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  return { task_id: id, name: `Task ${id}`, kind: 'code_edit', tool: 'command', command: { argv }, ...more };
}
