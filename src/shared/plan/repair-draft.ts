// Takes repeated ids and circular dependencies out of a faulty draft, so that the checks that need an order can still run.
import type { Draft, DraftLevel, DraftPhase, DraftTask, DraftWorkstream } from './draft.ts';
import { draftTasks, draftWorkstreams } from './draft.ts';
import type { Successors } from './find-cycles.ts';

/** Of equal ids the first stays; of each circle the dependency that closes it goes. What is reported stays reported. */
export function repairDraft(draft: Draft): Draft {
  const phases = firstOfEach(draft.phases);
  const workstreams = new Set(firstOfEach(phases.flatMap((phase) => phase.workstreams)));
  const tasks = new Set(firstOfEach([...workstreams].flatMap((workstream) => workstream.tasks)));
  const single: Draft = {
    ...draft,
    phases: phases.map((phase) => ({
      ...phase,
      workstreams: phase.workstreams
        .filter((one) => workstreams.has(one))
        .map((one) => ({ ...one, tasks: one.tasks.filter((task) => tasks.has(task)) })),
    })),
  };
  const phaseAfter = openCircles(single.phases);
  const workstreamAfter = openCircles(draftWorkstreams(single));
  const taskAfter = openCircles(draftTasks(single));
  const task = (one: DraftTask): DraftTask => ({ ...one, after: taskAfter(one) });
  const workstream = (one: DraftWorkstream): DraftWorkstream => ({
    ...one,
    after: workstreamAfter(one),
    tasks: one.tasks.map(task),
  });
  const phase = (one: DraftPhase): DraftPhase => ({
    ...one,
    after: phaseAfter(one),
    workstreams: one.workstreams.map(workstream),
  });
  return { ...single, phases: single.phases.map(phase) };
}

function firstOfEach<T extends DraftLevel>(levels: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return levels.filter((level) => {
    const isFirst = level.id !== '' && !seen.has(level.id);
    seen.add(level.id);
    return isFirst;
  });
}

function openCircles(levels: readonly DraftLevel[]): (level: DraftLevel) => DraftLevel['after'] {
  const number = new Map(levels.map((level, index) => [level.id, index]));
  const successors = levels.map((level) => (level.after ?? []).flatMap((one) => number.get(one.id) ?? []));
  const closing = backEdges(successors);
  return (level) => level.after?.filter((one) => !closing.has(`${number.get(level.id)},${number.get(one.id)}`)) ?? null;
}

/** Edges `from,to` that lead back to a node on the current path of a depth-first walk: without them no cycle is left. */
function backEdges(successors: Successors): ReadonlySet<string> {
  const state = new Uint8Array(successors.length);
  const found = new Set<string>();
  for (let root = 0; root < successors.length; root += 1) {
    if (state[root] !== 0) continue;
    const path = [{ node: root, next: 0 }];
    state[root] = 1;
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const to = successors[frame.node]?.[frame.next];
      frame.next += 1;
      if (to === undefined) {
        state[frame.node] = 2;
        path.pop();
      } else if (state[to] === 1) found.add(`${frame.node},${to}`);
      else if (state[to] === 0) {
        state[to] = 1;
        path.push({ node: to, next: 0 });
      }
    }
  }
  return found;
}
