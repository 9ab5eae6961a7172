// `patchbay import`: documents of other formats → a plan, with a report of what was mapped, dropped, proposed or needs a person.
import { basename, resolve } from 'node:path';
import { type ImportResult, importPlan } from '../../../../shared/exchange/import-plan.ts';
import type { ImportProblem } from '../../../../shared/exchange/import-trace.ts';
import type { Proposal } from '../../../../shared/exchange/propose-order.ts';
import { slug } from '../../../projects/slug.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { findInput } from '../find-input.ts';
import { nearbyPolicies, nearbySettings } from '../nearby-settings.ts';
import { problemDocument, problemLines } from '../problem-lines.ts';
import { readImportFiles } from '../read-import-files.ts';
import { usage } from '../report-error.ts';
import { writeNewFile } from '../write-new-file.ts';

interface ImportOptions {
  readonly out?: string;
  readonly planId?: string;
  readonly accept?: readonly string[];
  readonly acceptInferred?: true;
}

export const addImport: AddCommand = (program, act) => {
  program
    .command('import')
    .description('make a plan of documents in other formats; overwrites nothing')
    .argument('<file...>', 'files or folders: phases, workstreams, tasks, old bundles, plans of steps, phase plans')
    .option('--out <file>', 'write the plan there (default: to stdout); .json writes JSON, else YAML')
    .option('--plan-id <id>', 'id of the plan where no document has one (default: the name of the first file)')
    .option('--accept <id>', 'take this proposed dependency into the plan; may be repeated', collect)
    .option('--accept-inferred', 'take every proposed dependency into the plan')
    .action(act((call, files: readonly string[], options: ImportOptions) => importFiles(call, files, options)));
};

function collect(id: string, before: readonly string[] = []): readonly string[] {
  return [...before, id];
}

async function importFiles(call: Invocation, names: readonly string[], options: ImportOptions): Promise<number> {
  if (options.accept !== undefined && options.acceptInferred === true) {
    throw usage('--accept and --accept-inferred were both given', 'Give one of them.');
  }
  const read = readImportFiles(names, (name) => findInput(call, name));
  const { settings } = nearbySettings(call.projectDir);
  const result =
    read.problems.length > 0
      ? unread(read.problems)
      : importPlan({
          files: read.files,
          planId: options.planId ?? planIdOf(names),
          accept: options.acceptInferred === true ? 'all' : (options.accept ?? []),
          policies: nearbyPolicies(call.projectDir, call.ports.appRoot),
          ...(settings ? { project: settings } : {}),
        });
  const out = result.plan === null || options.out === undefined ? null : resolve(call.ports.cwd, options.out);
  if (out !== null) writeNewFile(out, planText(result, out));
  report(call, result, options.out);
  const done = out === null ? (result.text ?? '') : `${options.out}: ${counts(result)}`;
  call.out.result(importDocument(result, out), () => done);
  return result.plan === null ? 2 : 0;
}

/** A name without its endings: `old.bundle.json` is `old-bundle`. */
function planIdOf(names: readonly string[]): string {
  return slug(basename(names[0] ?? '').replace(/(\.plan)?\.(json|ya?ml)$/i, ''), 'imported');
}

function unread(problems: ReturnType<typeof readImportFiles>['problems']): ImportResult {
  const own = problems.map((problem): ImportProblem => ({ ...problem, needsPerson: false }));
  return { plan: null, text: null, mapped: [], dropped: [], proposals: [], problems: own };
}

function planText({ plan, text }: ImportResult, path: string): string {
  return /\.json$/i.test(path) ? `${JSON.stringify(plan, null, 2)}\n` : (text ?? '');
}

function importDocument(result: ImportResult, out: string | null) {
  const { plan, text, mapped, dropped, proposals } = result;
  const problems = result.problems.map((one) => ({
    file: one.file,
    ...problemDocument(one),
    needs_person: one.needsPerson,
  }));
  return { ok: plan !== null, plan, yaml: text, out, mapped, dropped, proposals, problems };
}

/** For people, on stderr; what stops the import is said with --quiet, too. */
function report({ out }: Invocation, result: ImportResult, file: string | undefined): void {
  const errors = result.problems.filter((one) => one.severity === 'error');
  const warnings = result.problems.filter((one) => one.severity === 'warning');
  for (const problem of errors) out.complain(problemLines([problem], problem.file || undefined));
  for (const problem of warnings) {
    out.note(`${problem.needsPerson ? '? ' : ''}${problemLines([problem], problem.file || undefined)}`);
  }
  for (const one of result.dropped) {
    out.note(`${one.file}:${one.line}: dropped ${one.path}: ${shortened(one.value)} (${one.why})`);
  }
  for (const proposal of result.proposals) out.note(proposalLine(proposal));
  if (result.plan === null) {
    out.complain(`${errors.length} error${errors.length === 1 ? '' : 's'}; nothing was written.`);
    return;
  }
  const open = result.proposals.filter((one) => !one.accepted).length;
  const asked = warnings.filter((one) => one.needsPerson).length;
  out.note(
    `${counts(result)}; ${result.mapped.length} mapped, ${result.dropped.length} dropped, ${asked} for a person.`,
  );
  if (open > 0) out.note(`${open} proposed: take them with --accept ID or --accept-inferred.`);
  if (file === undefined && !out.json) out.note('Nothing was written: name a file with --out.');
}

function proposalLine(one: Proposal): string {
  const also = one.also.map((words) => `\n    ${words}`).join('');
  const state = one.accepted ? 'accepted' : 'proposed';
  return `${one.file}:${one.line}: ${state} ${one.id} (${Math.round(one.confidence * 100)} %)\n    ${one.reason}${also}`;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function counts({ plan }: ImportResult): string {
  const phases = listOf(plan?.['phases']);
  const workstreams = phases.flatMap((phase) => listOf(phase['workstreams']));
  const tasks = workstreams.flatMap((one) => listOf(one['tasks']));
  return `${tasks.length} tasks in ${workstreams.length} workstreams of ${phases.length} phases`;
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}
