// A plan as a folder of pure UET v1 documents, with what v1 has no place for in a file beside them.
import { relative, resolve } from 'node:path';
import { exportPlan, type PlanExport } from '../../../../shared/exchange/export-plan.ts';
import { EXTRAS_SCHEMA } from '../../../../shared/exchange/plan-extras.ts';
import { assert } from '../../../../shared/lib/assert.ts';
import { PatchbayError, type Problem } from '../../../../shared/lib/errors.ts';
import { DOCUMENT_SCHEMAS } from '../../../../shared/uet/recognise-schema.ts';
import { readDocument } from '../../../projects/read-document.ts';
import { slug } from '../../../projects/slug.ts';
import type { Invocation } from '../cli-options.ts';
import { nearbyPolicies, nearbyRouter, nearbySettings } from '../nearby-settings.ts';
import { problemDocument } from '../problem-lines.ts';
import { type ExportFiles, exportFiles } from './export-files.ts';
import { freeName, newFolder } from './new-folder.ts';

export interface PlanExportOrder {
  /** As the person named it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly out: string | undefined;
}

/** Throws with every problem where the plan is faulty; then nothing is written. */
export async function exportPlanFile(call: Invocation, { name, path, out }: PlanExportOrder): Promise<number> {
  const { ports, projectDir } = call;
  const input = readDocument(path);
  if ('problem' in input) throw refusal(name, [input.problem]);
  const { settings } = nearbySettings(projectDir);
  const policies = nearbyPolicies(projectDir, ports.appRoot);
  const router = nearbyRouter(projectDir, ports.appRoot, settings);
  const made = exportPlan({
    text: input.text,
    file: name,
    policies,
    router,
    ...(settings ? { project: settings } : {}),
  });
  if (made.documents.length === 0) throw refusal(name, made.problems);
  const planId = String(made.extras.plan['plan_id'] ?? 'plan');
  const target =
    out === undefined ? freeName(resolve(ports.cwd, `${slug(planId, 'plan')}-uet-v1`)) : resolve(ports.cwd, out);
  const files = await newFolder(target, async (folder) => writeDocuments(made, exportFiles(folder)));
  const { mapped, stripped, filled, problems } = made;
  const report = { form: 'uet-v1', plan_id: planId, out: target, files, mapped, stripped, filled };
  call.out.result({ ...report, problems: problems.map(problemDocument) }, () => exportText(made, target, ports.cwd));
  for (const one of stripped) call.out.note(`${name}:${one.line}: stripped ${one.path}: ${one.why}`);
  for (const one of filled) call.out.note(`${one.path}: filled in ${one.pointer}: ${JSON.stringify(one.value)}`);
  return 0;
}

/** Each document passes its schema before it is written: that is what "pure" means. */
function writeDocuments({ documents, extras }: PlanExport, files: ExportFiles): ExportFiles['written'] {
  for (const { schema, path, document } of documents) {
    assert(DOCUMENT_SCHEMAS[schema](document), `${path} is a ${schema}`);
    files.document(path, schema, document);
  }
  files.document('plan_extras.json', EXTRAS_SCHEMA, extras);
  return [...files.written];
}

function refusal(file: string, problems: readonly Problem[]): PatchbayError {
  const errors = problems.filter((one) => one.severity === 'error').length;
  const message = `${file} cannot be exported: ${errors} problem${errors === 1 ? '' : 's'}.`;
  return new PatchbayError('E_SCHEMA', message, 'Correct the plan first.', { file, problems });
}

function exportText({ documents, stripped, filled }: PlanExport, target: string, cwd: string): string {
  const count = (schema: string) => documents.filter((one) => one.schema === schema).length;
  const what = `${count('phase_spec.v1')} phases, ${count('workstream_spec.v1')} workstreams`;
  return `${relative(cwd, target) || target}: ${what}; ${stripped.length} fields stripped (kept in plan_extras.json), ${filled.length} filled in`;
}
