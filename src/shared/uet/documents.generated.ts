// Generated from schema/ by build/compile-schemas.ts; do not edit.
/**
 * A patch: an immutable unified diff and where it came from.
 */
export interface PatchArtifactV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  patch_id: string;
  format: "unified_diff";
  target_repo: string;
  base_ref?: string | null;
  base_commit?: string | null;
  origin: {
    execution_request_id: string;
    prompt_id?: string | null;
    phase_id?: string | null;
    workstream_id?: string | null;
    tool_id: string;
    tool_run_id?: string | null;
    created_at: string;
  };
  summary?: string;
  scope?: {
    files_touched?: string[];
    line_insertions?: number;
    line_deletions?: number;
    hunks?: number;
  };
  diff_text: string;
}

/**
 * What became of a patch: its state, validation, application and relations.
 */
export interface PatchLedgerEntryV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  ledger_id: string;
  patch_id: string;
  project_id: string;
  phase_id?: string | null;
  workstream_id?: string | null;
  execution_request_id?: string | null;
  state:
    | "created"
    | "validated"
    | "queued"
    | "applied"
    | "apply_failed"
    | "verified"
    | "committed"
    | "rolled_back"
    | "quarantined"
    | "dropped";
  state_history?: {
    state: string;
    at: string;
    reason?: string;
  }[];
  validation: {
    format_ok: boolean;
    scope_ok: boolean;
    constraints_ok: boolean;
    tests_ran?: boolean;
    tests_passed?: boolean;
    validation_errors?: string[];
  };
  apply?: {
    attempts?: number;
    last_attempt_at?: string;
    last_error_code?: string;
    last_error_message?: string;
    workspace_path?: string;
    applied_files?: string[];
  };
  quarantine?: {
    is_quarantined?: boolean;
    quarantine_reason?: string;
    quarantine_path?: string;
    quarantined_at?: string;
  };
  relations?: {
    replaces_patch_id?: string | null;
    rollback_of_patch_id?: string | null;
    chain_id?: string | null;
  };
}

/**
 * A phase: a stage of a plan with its own scope, limits and acceptance.
 */
export interface PhaseSpecV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * Names the phase in its plan.
   */
  phase_id: string;
  name: string;
  category: string;
  description?: string;
  /**
   * What the phase's tasks may read, change, create and never touch, as globs.
   */
  resource_scope: {
    type: string;
    read?: string[];
    write?: string[];
    create?: string[];
    forbidden?: string[];
    [k: string]: unknown;
  };
  /**
   * Limits on every patch of the phase.
   */
  constraints: {
    patch?: {
      patch_required?: boolean;
      max_lines_changed?: number;
      max_files_changed?: number;
      [k: string]: unknown;
    };
    tests?: {
      tests_must_run?: boolean;
      tests_must_pass?: boolean;
      test_command?: string;
      [k: string]: unknown;
    };
    behavior?: {
      ascii_only?: boolean;
      require_doc_update?: boolean;
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /**
   * When the phase counts as accepted.
   */
  acceptance: {
    mode: "all" | "any" | "custom";
    checks: {
      id: string;
      type: string;
      description?: string;
      command?: string;
      required?: boolean;
      severity?: string;
      [k: string]: unknown;
    }[];
    post_actions?: string[];
    [k: string]: unknown;
  };
}

/**
 * A task: one piece of work for one tool.
 */
export interface TaskSpecV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  task_id: string;
  name: string;
  kind: string;
  depends_on?: string[];
  allow_parallel?: boolean;
  classification?: {
    complexity?: string;
    risk_tier?: string;
    domain?: string;
    priority?: string;
    [k: string]: unknown;
  };
  resource_scope_delta?: {
    [k: string]: unknown;
  };
  constraints_delta?: {
    [k: string]: unknown;
  };
  execution?: {
    max_attempts?: number;
    timeout_seconds?: number;
    retry_strategy?: string;
    background?: boolean;
    [k: string]: unknown;
  };
  prompt_template_ref?: string;
  prompt_overrides?: {
    [k: string]: unknown;
  };
  execution_request_template?: {
    [k: string]: unknown;
  };
  error_handling?: {
    on_failure?: string;
    [k: string]: unknown;
  };
  acceptance?: {
    checks?: {
      [k: string]: unknown;
    }[];
    [k: string]: unknown;
  };
}

/**
 * A workstream: tasks with one objective inside a phase.
 */
export interface WorkstreamSpecV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  workstream_id: string;
  project_id: string;
  phase_id: string;
  name: string;
  /**
   * What the workstream is for, in a sentence.
   */
  objective: string;
  tags?: string[];
  resource_scope?: {
    [k: string]: unknown;
  };
  constraints?: {
    [k: string]: unknown;
  };
  concurrency?: {
    max_parallel?: number;
    [k: string]: unknown;
  };
  error_handling?: {
    strategy?: "fail_fast" | "continue" | "escalate";
    [k: string]: unknown;
  };
  acceptance?: {
    mode?: "all" | "any" | "custom";
    checks?: {
      [k: string]: unknown;
    }[];
    [k: string]: unknown;
  };
  tasks: TaskSpecV1[];
}
