// A phase of UET v1 or of its prose → a phase of the plan, with the workstreams it holds.
import { asText } from '../plan/read-json.ts';
import type { PlanRecord } from './import-trace.ts';
import { listed } from './plan-parts.ts';
import { acceptanceOf, testsOf } from './read-acceptance.ts';
import { copyAs, dropFor, type FieldReader, type FieldTable, readFields } from './read-fields.ts';
import { scopeAs } from './read-scope.ts';
import { type ImportContext, readWorkstream } from './read-workstream.ts';
import { type SourceItem, SourceRecord } from './source-record.ts';

/** Null, with a problem, for what is no group of fields. */
export function readPhase(item: SourceItem, context: ImportContext): PlanRecord | null {
  const { trace } = context;
  const source = SourceRecord.of(item);
  if (source === null) {
    trace.refuse(item.place, 'E_SCHEMA', { message: 'A phase is no group of fields.', advice: 'Correct it.' });
    return null;
  }
  const phase = trace.begin(source.place, 'A phase.');
  const from = source.at('workstreams');
  const workstreams = source.takeList('workstreams').flatMap((one) => listed(readWorkstream(one, context)));
  if (workstreams.length > 0) trace.set(phase, 'workstreams', workstreams, { from });
  readFields(source, phase, PHASE, trace);
  const id = asText(phase['phase_id']);
  if (phase['name'] === undefined && id !== null) {
    trace.set(phase, 'name', id, { from: source.place, note: 'The phase had no name.' });
  }
  return phase;
}

const ROUTING = 'The tools a phase may use are no part of a plan.';

const PHASE: FieldTable = {
  id: copyAs('phase_id'),
  title: copyAs('name'),
  objective: copyAs('description'),
  files_scope: scopeAs('resource_scope'),
  resource_scope: scopeAs('resource_scope'),
  acceptance: acceptanceOf,
  acceptance_tests: testsOf,
  routing_defaults: routing(),
  allowed_tools: routing(),
  disallowed_tools: routing(),
  forward_actions: dropFor('What a phase does is said by its workstreams.', 'See whether a workstream does it.'),
};

function routing(): FieldReader {
  return dropFor(ROUTING, 'Name the tool at each task, or give `--tool NAME` to the run.');
}
