// Large plans as files: layered random graphs with three dependencies a task, the same for the same size.

/** Tasks come after some of the thousand before them. */
const REACH = 1_000;

export interface PlanFile {
  readonly text: string;
  readonly tasks: number;
  /** For each task the numbers of those it comes after. */
  readonly after: readonly (readonly number[])[];
}

/** JSON as a program would write it, with line ends, so that places in it are places in lines. */
export function layeredFile(tasks: number): PlanFile {
  const random = seeded(tasks);
  const after = Array.from({ length: tasks }, (_, n) => {
    const before = new Set<number>();
    while (n > 3 && before.size < 3) before.add(n - 1 - Math.floor(random() * Math.min(n, REACH)));
    return [...before];
  });
  const written = after.map((before, n) => ({
    task_id: `t${n}`,
    name: `Task ${n}`,
    kind: 'code_edit',
    tool: 'script',
    depends_on: before.map((one) => `t${one}`),
    script: { edits: [{ delete: 'none' }] },
  }));
  const workstream = { workstream_id: 'WS', name: 'All of it', objective: 'All of it', tasks: written };
  const phases = [{ phase_id: 'PH', name: 'Only phase', workstreams: [workstream] }];
  const document = { schema: 'patchbay/plan.v1', plan_id: 'large', name: 'Large', strategy: 'dag', phases };
  const text = JSON.stringify(document);
  return { text: text.replaceAll('},{"task_id"', '},\n{"task_id"'), tasks, after };
}

/** Uniform in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
