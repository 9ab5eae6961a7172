// A phase or a workstream of a plan → a document of UET v1, with what had to be filled in and what was taken out.
import { asRecord, asText, asTexts } from '../plan/read-json.ts';
import { phaseSpecV1, workstreamSpecV1 } from '../uet/validators.generated.js';
import { exportTask } from './export-task.ts';
import { PHASE_ORDER, partsOf, WORKSTREAM_ORDER } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { inOrder } from './in-order.ts';
import type { ExtrasBuilder } from './plan-extras.ts';
import { stripUnknown } from './strip-unknown.ts';

export interface ExportContext {
  readonly plan: PlanRecord;
  readonly trace: ImportTrace;
  readonly builder: ExtrasBuilder;
  /** Of workstreams that name none: v1 requires it. */
  readonly projectId: string;
}

export interface LevelExport {
  readonly schema: 'phase_spec.v1' | 'workstream_spec.v1';
  readonly id: string;
  readonly document: PlanRecord;
  readonly filled: readonly { readonly pointer: string; readonly value: unknown }[];
}

export function exportPhase(phase: PlanRecord, context: ExportContext): LevelExport {
  const id = asText(phase['phase_id']) ?? '';
  const { workstreams: _apart, ...own } = phase;
  const rest = stripUnknown({ record: phase, own, level: 'phases', id, validate: phaseSpecV1 }, context);
  const scope = asRecord(rest['resource_scope']) ?? {};
  const acceptance = withCommandLines(phase, context);
  const fill = new Filling();
  const document = {
    phase_id: id,
    name: rest['name'],
    category: fill.missing('/category', rest['category'], ''),
    ...rest,
    resource_scope: { type: fill.missing('/resource_scope/type', scope['type'], 'files'), ...scope },
    constraints: fill.missing('/constraints', rest['constraints'], {}),
    acceptance: {
      mode: fill.missing('/acceptance/mode', acceptance['mode'], 'all'),
      checks: fill.missing('/acceptance/checks', acceptance['checks'], []),
      ...acceptance,
    },
  };
  return { schema: 'phase_spec.v1', id, document: inOrder(document, PHASE_ORDER), filled: fill.filled };
}

export function exportWorkstream(workstream: PlanRecord, phase: PlanRecord, context: ExportContext): LevelExport {
  const id = asText(workstream['workstream_id']) ?? '';
  const { tasks: _apart, ...own } = workstream;
  const rest = stripUnknown({ record: workstream, own, level: 'workstreams', id, validate: workstreamSpecV1 }, context);
  const fill = new Filling();
  const shared = asText(context.plan['project_id']);
  const document = {
    workstream_id: id,
    project_id: rest['project_id'] ?? shared ?? fill.missing('/project_id', undefined, context.projectId),
    phase_id: phase['phase_id'],
    name: rest['name'],
    objective: fill.missing('/objective', rest['objective'], ''),
    ...without(rest, ['project_id', 'phase_id']),
    tasks: partsOf(workstream, 'tasks').map((task) => exportTask(task, context)),
  };
  return { schema: 'workstream_spec.v1', id, document: inOrder(document, WORKSTREAM_ORDER), filled: fill.filled };
}

/** In a phase of v1 the command of a check is one line; a list becomes one, quoted for a POSIX shell. */
function withCommandLines(phase: PlanRecord, { trace }: ExportContext): PlanRecord {
  const acceptance = { ...asRecord(phase['acceptance']) };
  if (!Array.isArray(acceptance['checks'])) return acceptance;
  acceptance['checks'] = acceptance['checks'].map((check: unknown, index) => {
    const record = asRecord(check);
    const words = asTexts(record?.['command']);
    if (words === null) return check;
    const from = trace.origin(phase, `/acceptance/checks/${index}/command`);
    if (from !== null) trace.fold(from, 'Program and arguments are one line for the shell in UET v1.');
    return { ...record, command: words.map(quoted).join(' ') };
  });
  return acceptance;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Notes what v1 requires and the plan leaves open. */
class Filling {
  readonly filled: { readonly pointer: string; readonly value: unknown }[] = [];

  missing(pointer: string, own: unknown, value: unknown): unknown {
    if (own !== undefined) return own;
    this.filled.push({ pointer, value });
    return value;
  }
}

function without(record: PlanRecord, keys: readonly string[]): PlanRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
