// What `init` found and wrote as documents of the framework: discovery, report, project profile, router.

import type { Problem } from '../../../shared/lib/errors.ts';
import type { ProjectSettings } from '../../../shared/plan/project-settings.ts';
import type {
  BootstrapDiscoveryV1,
  BootstrapReportV1,
  ProjectProfileV1,
  RouterConfigV1,
} from '../../../shared/uet/documents.generated.ts';
import type { Discovery } from '../discovery/discover.ts';
import { type LoadedProject, PROJECT_FILE } from '../load-project.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ProjectDraft } from './project-draft.ts';

export interface ToolOnMachine {
  readonly tool_id: string;
  readonly detected_via: string;
}

/** `at` is an ISO time. */
export function discoveryDocument(
  discovery: Discovery,
  facts: {
    readonly root: string;
    readonly at: string;
    readonly tools: readonly ToolOnMachine[];
    readonly profile: Profile;
  },
): BootstrapDiscoveryV1 {
  const purposes = new Set(discovery.commands.map((one) => one.purpose));
  const below = (pattern: RegExp) => discovery.folders.filter((folder) => pattern.test(folder));
  return {
    project_root: facts.root,
    project_name: discovery.name,
    domain: discovery.domain,
    domain_confidence: discovery.confidence,
    languages: discovery.languages.map(({ language, percentage, files }) => ({
      language,
      percentage,
      file_count: files,
    })),
    frameworks: discovery.frameworks.map((one) => ({ ...one })),
    resource_types: facts.profile.resources.map((one) => one.type),
    available_tools: facts.tools.map((one) => ({ ...one })),
    existing_ci: discovery.ci.systems.join(', ') || null,
    vcs: 'git',
    inferred_constraints: {
      tests_must_pass: purposes.has('unit') || discovery.ci.runsTests,
      lint_required: purposes.has('lint') || discovery.ci.runsLint,
      patch_only: true,
    },
    directory_structure: {
      src_dirs: below(/^(?:src|lib|app|apps|cmd|internal|pkg|packages|services|models|dags)$/i),
      test_dirs: below(/^(?:tests?|__tests__|spec|e2e)$/i),
      doc_dirs: below(/^(?:docs?|documentation|website)$/i),
      config_dirs: below(/^(?:config|conf|\.config|\.github|infra|deploy|k8s)$/i),
      script_dirs: below(/^(?:scripts|tools|bin|build)$/i),
    },
    discovery_timestamp: facts.at,
  };
}

export interface ReportFacts {
  readonly discovery: Discovery;
  readonly draft: ProjectDraft;
  readonly profile: Profile;
  readonly created: readonly string[];
  /** The patchbay.yaml that was there; null where it was written now. */
  readonly existing: LoadedProject | null;
  readonly fixes: readonly string[];
  readonly needsPerson: readonly string[];
  readonly tools: readonly ToolOnMachine[];
  readonly at: string;
}

export function reportDocument(facts: ReportFacts): BootstrapReportV1 {
  const { discovery, draft, existing, needsPerson } = facts;
  const problems = existing?.problems ?? [];
  const isFaulty = existing !== null && existing.settings === null;
  return {
    project_name: draft.name,
    domain: draft.domain,
    profile_id: draft.profileId,
    profile_version: facts.profile.version,
    status: needsPerson.length === 0 ? 'ready' : 'partial',
    discovery_summary: {
      languages: discovery.languages.map((one) => `${one.language} ${one.percentage} %`).join(', '),
      frameworks: discovery.frameworks.map((one) => one.framework),
      version_control: 'git',
      ci_cd: discovery.ci.systems.join(', ') || 'none',
    },
    // Of the files that were there, only the project file is read.
    generated_artifacts: [
      ...facts.created.map((path) => ({ path, type: typeOf(path), status: 'created' as const })),
      ...(existing === null
        ? []
        : [{ path: PROJECT_FILE, type: 'project', status: isFaulty ? ('failed' as const) : ('validated' as const) }]),
    ],
    configuration: {
      ...(isFaulty ? {} : limitsOf(draft, existing?.settings ?? null)),
      available_tools: facts.tools.map((one) => one.tool_id),
    },
    validation_results: {
      validation_status: needsPerson.length === 0 ? 'passed' : 'needs_human',
      errors: problems.filter((one) => one.severity === 'error').map(lineOf),
      warnings: problems.filter((one) => one.severity === 'warning').map(lineOf),
      auto_fixes_applied: facts.fixes.length,
      human_decisions_needed: needsPerson.length,
    },
    next_steps: { for_human: [...needsPerson], for_ai_agent: ['patchbay run plans/first.plan.yaml'] },
    initialization_time: facts.at,
    ready_for_workstreams: discovery.files > 0,
  };
}

function lineOf({ line, message }: Problem): string {
  return `${PROJECT_FILE}:${line}: ${message}`;
}

/** What holds from now on: the words of the file that was there, else of the one that was written. */
function limitsOf(draft: ProjectDraft, settings: ProjectSettings | null): BootstrapReportV1['configuration'] {
  const gates = settings?.gates.length ?? draft.gates.length;
  const lines = settings === null ? draft.maxLinesChanged : settings.policy.max_lines_changed?.[0]?.value;
  const isDirect = settings === null ? draft.flags['patch_mode'] === false : settings.flags.patchMode === false;
  return {
    patch_only_mode: !isDirect,
    test_requirement: gates > 0 ? 'every required gate passes' : 'none: there is no gate',
    ...(typeof lines === 'number' ? { max_lines_per_patch: lines } : {}),
  };
}

function typeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    'patchbay.yaml': 'project',
    'PROJECT_PROFILE.yaml': 'project_profile',
    'config/router.config.yaml': 'router_config',
  };
  return types[path] ?? 'plan';
}

/** The closed v1 document: what is ours alone (flags, gates, areas) has no place in it. */
export function projectProfileDocument(
  draft: ProjectDraft,
  profile: Profile,
  tools: readonly ToolOnMachine[],
): ProjectProfileV1 {
  const { maxLinesChanged, maxFilesChanged } = draft;
  return {
    project_id: draft.projectId,
    project_name: draft.name,
    // The document lies in the repository and goes where that goes.
    project_root: '.',
    domain: draft.domain,
    profile_id: draft.profileId,
    profile_version: profile.version,
    resource_types: Object.fromEntries(
      profile.resources.map((one) => [
        one.type,
        { root: one.root, tracked_by: 'git', exclusions: [...draft.forbidPaths] },
      ]),
    ),
    available_tools: tools.map(({ tool_id }) => ({
      tool_id,
      command: tool_id,
      capabilities: capabilitiesOf(tool_id, draft, profile),
    })),
    framework_paths: {
      tasks_dir: '.tasks',
      ledger_dir: '.ledger',
      worktrees_dir: '.worktrees',
      quarantine_dir: '.quarantine',
      registry_file: 'registry/project.registry.yaml',
    },
    constraints: {
      patch_only: true,
      tests_must_pass: profile.constraints.testsMustPass,
      ascii_only: profile.constraints.asciiOnly,
      max_lines_changed: maxLinesChanged,
      max_files_changed: maxFilesChanged,
    },
  };
}

function capabilitiesOf(tool: string, { gates }: ProjectDraft, profile: Profile): string[] {
  const checks = gates.filter((gate) => gate.command[0] === tool).map((gate) => gate.kind);
  return checks.length > 0 ? [...new Set(checks)] : [...profile.taskKinds];
}

/** Apps are the tools that are there, and nothing else. */
export function routerDocument(draft: ProjectDraft, profile: Profile, tools: readonly ToolOnMachine[]): RouterConfigV1 {
  const checks = new Set(draft.gates.map((gate) => gate.command[0]));
  const workers = tools.filter((one) => !checks.has(one.tool_id)).map((one) => one.tool_id);
  return {
    version: '1.0.0',
    apps: Object.fromEntries(
      tools.map(({ tool_id }) => [
        tool_id,
        {
          kind: checks.has(tool_id) ? ('validator' as const) : ('tool' as const),
          command: tool_id,
          capabilities: { task_kinds: capabilitiesOf(tool_id, draft, profile), domains: [draft.domain] },
        },
      ]),
    ),
    routing: {
      rules:
        workers.length === 0
          ? []
          : [{ id: 'by-kind', match: { task_kind: [...profile.taskKinds] }, select_from: workers, strategy: 'fixed' }],
    },
    defaults: { max_attempts: 3, timeout_seconds: 1800, strategy: 'fixed' },
  };
}
