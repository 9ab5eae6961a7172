// The validator alone: what would become of a patch from elsewhere, without a run.
import { refuses } from '../../../shared/domain/action-of.ts';
import type { CapturedPatch, FileChange, Finding, Validation } from '../../../shared/domain/patch.ts';
import type { MethodParams } from '../../../shared/ipc/contract.ts';
import type { PatchCheckReport } from '../../../shared/ipc/patch-check.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { policyForPaths } from '../../../shared/plan/policy-for-paths.ts';
import { NO_SETTINGS } from '../../../shared/plan/project-settings.ts';
import { policyLookup } from '../../projects/find-policy.ts';
import { loadProject, PROJECT_FILE } from '../../projects/load-project.ts';
import type { ServiceParts } from './service-parts.ts';

const ANYWHERE = { read: [], write: [], create: [], forbidden: [] };

/** Throws for an unknown base and for policies that cannot be read; whatever the patch holds is an answer. */
export async function checkPatch(parts: ServiceParts, params: MethodParams<'patch.check'>): Promise<PatchCheckReport> {
  const { execution, integration } = parts.rooms;
  const diff = Buffer.from(params.base64, 'base64');
  const base = await integration.resolveCommit(params.base ?? 'HEAD');
  const said = integration.checkText(diff);
  if (said.some(refuses)) return report(base, said, null);
  const useId = parts.newRunId();
  const staged = await execution.stagePatch({ useId, diff, base });
  if (staged.kind === 'refused') return report(base, [...said, doesNotFit(base, staged.reason)], null);
  const { patch } = staged;
  if (patch === null) return report(base, [...said, changesNothing()], null);
  const constraints = await constraintsFor(parts, params.policy, patch);
  const order = { patchId: useId, base, tree: patch.tree, diff: patch.diff, scope: ANYWHERE, constraints };
  const verdict = await integration.validate(order);
  return report(base, [...said, ...staged.offsets.map(isOff)], { verdict, files: patch.files });
}

async function constraintsFor(parts: ServiceParts, given: MethodParams<'patch.check'>['policy'], patch: CapturedPatch) {
  const { root } = await parts.rooms.integration.repository();
  const project = loadProject(root);
  const faults = project.problems.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw faulty('The project file is not in order', PROJECT_FILE, faults);
  const paths = patch.files.flatMap(({ path, oldPath }) => (oldPath === null ? [path] : [oldPath, path]));
  const named = { lookup: policyLookup({ root, appRoot: parts.appRoot }), given: given ?? null };
  const { constraints, findings } = policyForPaths(project.settings ?? NO_SETTINGS, named, paths);
  const problems = findings.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) throw faulty('A policy cannot be used', given?.file ?? PROJECT_FILE, problems);
  return constraints;
}

type Fault = Pick<Finding, 'message' | 'advice'>;

function faulty(summary: string, file: string, faults: readonly Fault[]): PatchbayError {
  const [first] = faults;
  const message = `${summary}: ${first?.message ?? ''}`;
  return new PatchbayError('E_SCHEMA', message, first?.advice ?? '', { file, problems: faults });
}

function doesNotFit(base: string, reason: string): Finding {
  const advice = 'Make the patch anew on this commit, or name the commit it was made on with `--base`.';
  const message = `It does not apply to ${base.slice(0, 10)}: ${reason}`;
  return { rule: 'apply', severity: 'error', path: '', line: 0, message, advice };
}

function changesNothing(): Finding {
  const message = 'It changes nothing';
  return {
    rule: 'format',
    severity: 'error',
    path: '',
    line: 0,
    message,
    advice: 'Check that the file is the right one.',
  };
}

function isOff(message: string): Finding {
  const advice = 'Look whether that is the place that was meant; made anew on this commit it fits exactly.';
  return { rule: 'offset', severity: 'info', path: '', line: 0, message, advice };
}

interface Judged {
  readonly verdict: Validation;
  readonly files: readonly FileChange[];
}

function report(base: string, before: readonly Finding[], judged: Judged | null): PatchCheckReport {
  const findings = [...before, ...(judged?.verdict.findings ?? [])];
  return {
    ok: judged !== null && !findings.some(refuses),
    format_ok: judged?.verdict.formatOk ?? false,
    scope_ok: judged?.verdict.scopeOk ?? false,
    constraints_ok: judged?.verdict.constraintsOk ?? false,
    base,
    files: (judged?.files ?? []).map(({ path, oldPath, change, insertions, deletions, binary }) => {
      return { path, old_path: oldPath, change, insertions, deletions, binary };
    }),
    findings,
  };
}
