// What a task's policy asks for that its plan has to answer.
import { issueFormat } from '../domain/issue-format.ts';
import type { PatchPolicy, PolicyPlace } from '../domain/patch-policy.ts';
import type { Draft, DraftLevel, DraftTask } from './draft.ts';
import { errorFinding, type Finding } from './finding.ts';
import { asText } from './read-json.ts';

/** `#12`, `owner/name#12`, `ABC-12`, or the address of an issue. */
const ISSUE =
  /(?:^|[\s([])(?:[\w.-]+\/[\w.-]+)?#\d+\b|\b[A-Z][A-Z0-9]{1,9}-\d+\b|https?:\/\/\S+\/(?:issues|browse|work-items)\/\S+/;

/** The only format of patches there is. */
const FORMAT = 'unified_diff';

/** The nearest level's `issue_ref`, else a mention in the task's own name. */
export function issueRefs(draft: Draft): ReadonlyMap<DraftTask, string | null> {
  const refs = new Map<DraftTask, string | null>();
  const own = (level: DraftLevel) => asText(level.raw['issue_ref']);
  for (const phase of draft.phases) {
    for (const workstream of phase.workstreams) {
      const above = own(workstream) ?? own(phase) ?? draft.issueRef;
      for (const task of workstream.tasks) refs.set(task, own(task) ?? mentioned(task.name) ?? above);
    }
  }
  return refs;
}

function mentioned(name: string): string | null {
  return ISSUE.exec(name)?.[0].replace(/^[\s([]/, '') ?? null;
}

export interface TaskPolicy {
  readonly task: DraftTask;
  readonly policy: PatchPolicy;
  readonly issueRef: string | null;
  /** Where direct edits are turned on for the task; null where its work becomes a patch. */
  readonly directBy: string | null;
}

export function checkPolicies(tasks: readonly TaskPolicy[]): readonly Finding[] {
  return tasks.flatMap(unanswered);
}

function unanswered({ task, policy, issueRef, directBy }: TaskPolicy): readonly Finding[] {
  const findings: Finding[] = [];
  const formats = policy.allowed_formats;
  if (formats?.every((entry) => entry.value !== FORMAT)) {
    const allowed = formats.map((entry) => `\`${entry.value}\``).join(', ') || 'none';
    findings.push(
      errorFinding('E_PLAN_CONSISTENCY', {
        path: task.pointer,
        message: `The policy of task \`${task.id}\` allows the formats ${allowed}; every patch is \`${FORMAT}\`.`,
        advice: `Add \`${FORMAT}\` to \`allowed_formats\` in ${setBy(formats.flatMap((entry) => entry.from))}.`,
      }),
    );
  }
  const patches = policy.patch_required?.[0];
  if (patches?.value === true && directBy !== null) {
    findings.push(
      errorFinding('E_UNPROTECTED', {
        path: task.pointer,
        message: `Task \`${task.id}\` would edit directly by ${directBy}, but ${setBy(patches.from)} requires patches.`,
        advice: 'Set `patch_mode: true` there, or take `patch_required` out of the policy.',
      }),
    );
  }
  const asks = policy.require_issue_ref?.[0];
  if (asks?.value === true && issueRef === null) {
    findings.push(
      errorFinding('E_PLAN_CONSISTENCY', {
        path: task.pointer,
        message: `Task \`${task.id}\` names no issue, but ${setBy(asks.from)} requires one.`,
        advice: 'Add `issue_ref` to the task or a level above it, or mention the issue in its name, such as `#12`.',
      }),
    );
  }
  const forms = policy.issue_ref_formats;
  const form = issueRef === null ? null : issueFormat(issueRef);
  if (forms !== undefined && issueRef !== null && !forms.some(({ value }) => value === form)) {
    const allowed = forms.map(({ value }) => `\`${value}\``).join(', ') || 'none';
    findings.push(
      errorFinding('E_PLAN_CONSISTENCY', {
        path: task.pointer,
        message: `Task \`${task.id}\` names the issue \`${issueRef}\`, which has ${form === null ? 'no form of an issue' : `the form \`${form}\``}; the policy allows ${allowed}.`,
        advice: `Write it as ${setBy(forms.flatMap((entry) => entry.from))} asks: number is #12, repository owner/name#12, key ABC-12, address its URL.`,
      }),
    );
  }
  return findings;
}

function setBy(places: readonly PolicyPlace[]): string {
  const [first] = places;
  if (first === undefined) return 'the policy';
  return first.file === '' ? first.owner : `${first.owner} (${first.file}:${first.line})`;
}
