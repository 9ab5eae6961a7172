// Generated from schema/ by build/compile-schemas.ts; do not edit.
/**
 * A saved state of a run that can be restored: a commit, a copy of the ledger, and what was under way.
 */
export interface CheckpointV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/checkpoint.v1";
  /**
   * Names the checkpoint.
   */
  checkpoint_id: string;
  /**
   * The run that was saved.
   */
  run_id: string;
  /**
   * The phase that had just ended.
   */
  phase_id?: string | null;
  /**
   * Where it stands.
   */
  state: "creating" | "ready" | "restoring" | "failed" | "expired";
  /**
   * Why it was made.
   */
  reason: "phase_boundary" | "before_publish" | "before_restore" | "on_demand";
  /**
   * The ref that holds the commit.
   */
  ref?: string;
  /**
   * The head of the run at that moment.
   */
  commit?: string;
  /**
   * A tag on the same commit, where the project asks for one.
   */
  tag?: string | null;
  /**
   * The newest event that is part of it.
   */
  event_seq?: number;
  /**
   * The copy of the ledger.
   */
  ledger?: {
    /**
     * Where it is.
     */
    file: string;
    /**
     * A sum over it.
     */
    sha256: string;
    /**
     * Its size.
     */
    bytes: number;
  };
  /**
   * What running attempts had changed, kept as patches.
   *
   * Items: A patch's id.
   */
  recovered_patch_ids?: string[];
  /**
   * What it takes on disk.
   */
  bytes?: number;
  /**
   * When it was made.
   */
  created_at: string;
  /**
   * When it may be removed; null is never.
   */
  expires_at?: string | null;
  /**
   * Every time it was restored, oldest first.
   *
   * Items: One time.
   */
  restores?: {
    /**
     * When.
     */
    at: string;
    /**
     * By whom.
     */
    by?: string;
    /**
     * The checkpoint that takes this restore back.
     */
    undo_checkpoint_id: string;
  }[];
}

/**
 * What a rollback does: typed actions, in the order in which they run.
 */
export interface CompensationV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/compensation.v1";
  /**
   * Names the compensation.
   */
  compensation_id: string;
  /**
   * The run in which something is taken back.
   */
  run_id: string;
  /**
   * What is taken back.
   */
  scope: {
    /**
     * How much.
     */
    level: "patch" | "task" | "phase" | "phases" | "run";
    /**
     * Which ones.
     *
     * @minItems 1
     *
     * Items: An id.
     */
    ids: [string, ...string[]];
  };
  /**
   * What asked for it.
   */
  trigger: "manual" | "integration_failed" | "policy" | "budget" | "security";
  /**
   * Where it stands. A failed one has stopped and asks a person.
   */
  state: "pending" | "running" | "succeeded" | "failed";
  /**
   * True: it only says what it would do.
   */
  dry_run?: boolean;
  /**
   * The person or program that asked for it.
   */
  requested_by?: string;
  /**
   * When it was asked for.
   */
  created_at?: string;
  /**
   * When it ended; null while it has not.
   */
  ended_at?: string | null;
  /**
   * Its actions. Each may run twice with the same result.
   *
   * @minItems 1
   *
   * Items: One action.
   */
  actions: [
    {
      /**
       * Names the action in its list.
       */
      action_id: string;
      /**
       * What sort of action it is.
       */
      type: "git_restore" | "git_revert" | "command" | "sql_down" | "manual";
      /**
       * The patch it takes back.
       */
      patch_id?: string | null;
      /**
       * The commit it takes back or goes back to.
       */
      commit?: string | null;
      /**
       * Program and arguments, for a command.
       *
       * @minItems 1
       *
       * Items: A word of it.
       */
      command?: [string, ...string[]];
      /**
       * The script that undoes a change of a database, for sql_down.
       */
      file?: string;
      /**
       * What a person has to do, for manual.
       */
      instructions?: string;
      /**
       * Where it stands.
       */
      state: "pending" | "running" | "done" | "skipped" | "failed";
      /**
       * What came of it.
       */
      message?: string;
      /**
       * The patch that came out of it.
       */
      rollback_patch_id?: string | null;
      /**
       * Where its output is kept.
       */
      log?: string;
      /**
       * When it began.
       */
      started_at?: string | null;
      /**
       * When it ended.
       */
      ended_at?: string | null;
    } & {
      /**
       * Names the action in its list.
       */
      action_id: string;
      /**
       * What sort of action it is.
       */
      type: "git_restore" | "git_revert" | "command" | "sql_down" | "manual";
      /**
       * The patch it takes back.
       */
      patch_id?: string | null;
      /**
       * The commit it takes back or goes back to.
       */
      commit?: string | null;
      /**
       * Program and arguments, for a command.
       *
       * @minItems 1
       *
       * Items: A word of it.
       */
      command?: [string, ...string[]];
      /**
       * The script that undoes a change of a database, for sql_down.
       */
      file?: string;
      /**
       * What a person has to do, for manual.
       */
      instructions?: string;
      /**
       * Where it stands.
       */
      state: "pending" | "running" | "done" | "skipped" | "failed";
      /**
       * What came of it.
       */
      message?: string;
      /**
       * The patch that came out of it.
       */
      rollback_patch_id?: string | null;
      /**
       * Where its output is kept.
       */
      log?: string;
      /**
       * When it began.
       */
      started_at?: string | null;
      /**
       * When it ended.
       */
      ended_at?: string | null;
    },
    ...({
      /**
       * Names the action in its list.
       */
      action_id: string;
      /**
       * What sort of action it is.
       */
      type: "git_restore" | "git_revert" | "command" | "sql_down" | "manual";
      /**
       * The patch it takes back.
       */
      patch_id?: string | null;
      /**
       * The commit it takes back or goes back to.
       */
      commit?: string | null;
      /**
       * Program and arguments, for a command.
       *
       * @minItems 1
       *
       * Items: A word of it.
       */
      command?: [string, ...string[]];
      /**
       * The script that undoes a change of a database, for sql_down.
       */
      file?: string;
      /**
       * What a person has to do, for manual.
       */
      instructions?: string;
      /**
       * Where it stands.
       */
      state: "pending" | "running" | "done" | "skipped" | "failed";
      /**
       * What came of it.
       */
      message?: string;
      /**
       * The patch that came out of it.
       */
      rollback_patch_id?: string | null;
      /**
       * Where its output is kept.
       */
      log?: string;
      /**
       * When it began.
       */
      started_at?: string | null;
      /**
       * When it ended.
       */
      ended_at?: string | null;
    } & {
      /**
       * Names the action in its list.
       */
      action_id: string;
      /**
       * What sort of action it is.
       */
      type: "git_restore" | "git_revert" | "command" | "sql_down" | "manual";
      /**
       * The patch it takes back.
       */
      patch_id?: string | null;
      /**
       * The commit it takes back or goes back to.
       */
      commit?: string | null;
      /**
       * Program and arguments, for a command.
       *
       * @minItems 1
       *
       * Items: A word of it.
       */
      command?: [string, ...string[]];
      /**
       * The script that undoes a change of a database, for sql_down.
       */
      file?: string;
      /**
       * What a person has to do, for manual.
       */
      instructions?: string;
      /**
       * Where it stands.
       */
      state: "pending" | "running" | "done" | "skipped" | "failed";
      /**
       * What came of it.
       */
      message?: string;
      /**
       * The patch that came out of it.
       */
      rollback_patch_id?: string | null;
      /**
       * Where its output is kept.
       */
      log?: string;
      /**
       * When it began.
       */
      started_at?: string | null;
      /**
       * When it ended.
       */
      ended_at?: string | null;
    })[]
  ];
}

/**
 * What was spent on one thing, with the basis of the figure. A cost record of the framework is one as well.
 */
export interface CostRecordV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema?: "patchbay/cost_record.v1";
  /**
   * Names the record.
   */
  cost_id: string;
  /**
   * The request it was spent for.
   */
  execution_request_id?: string | null;
  /**
   * The project it was spent on.
   */
  project_id?: string | null;
  /**
   * The run it belongs to.
   */
  run_id?: string | null;
  /**
   * The phase it belongs to.
   */
  phase_id?: string | null;
  /**
   * The workstream it belongs to.
   */
  workstream_id?: string | null;
  /**
   * The task it belongs to.
   */
  task_id?: string | null;
  /**
   * The attempt it was spent on.
   */
  attempt_id?: string | null;
  /**
   * The worker it was spent by.
   */
  worker_id?: string | null;
  /**
   * The tool it was spent on.
   */
  tool_id?: string | null;
  /**
   * What it was spent on.
   */
  resource_type: "api_call" | "compute_time" | "storage" | "network" | "tool_usage" | "custom";
  /**
   * What exactly.
   */
  resource_name?: string | null;
  /**
   * How much.
   */
  amount: number;
  /**
   * Its currency, by the three letters of ISO 4217.
   */
  currency: string;
  /**
   * The same in millionths of a US dollar: what Patchbay counts with.
   */
  micro_usd?: number;
  /**
   * Where the figure comes from.
   */
  basis?: "reported" | "priced" | "estimated" | "subscription" | "unknown";
  /**
   * The date of the prices it was worked out with.
   */
  price_date?: string;
  /**
   * How much was used.
   */
  usage?: {
    /**
     * How much.
     */
    quantity?: number;
    /**
     * Of what.
     */
    unit?: string;
    /**
     * At what price each.
     */
    rate?: number;
    [k: string]: unknown;
  } | null;
  /**
   * When it was recorded.
   */
  recorded_at: string;
  /**
   * More about it.
   */
  metadata?: {
    /**
     * The model that was used.
     */
    model?: string;
    /**
     * Tokens sent.
     */
    tokens_input?: number;
    /**
     * Tokens received.
     */
    tokens_output?: number;
    /**
     * How long it took.
     */
    duration_seconds?: number;
    [k: string]: unknown;
  } | null;
}

/**
 * One thing that went wrong, what it means, and where dealing with it stands.
 */
export interface ErrorEventV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/error_event.v1";
  /**
   * Names the event.
   */
  error_id: string;
  /**
   * What went wrong, in the words of the catalogue: `E_` and capitals.
   */
  code: string;
  /**
   * How bad it is.
   */
  severity: "info" | "warning" | "error" | "critical";
  /**
   * What happened, with its values.
   */
  message: string;
  /**
   * What to do.
   */
  advice?: string;
  /**
   * Whether the same again may go well.
   */
  retry?: boolean;
  /**
   * When it happened.
   */
  occurred_at: string;
  /**
   * The run it belongs to.
   */
  run_id?: string | null;
  /**
   * The phase it belongs to.
   */
  phase_id?: string | null;
  /**
   * The workstream it belongs to.
   */
  workstream_id?: string | null;
  /**
   * The task it belongs to.
   */
  task_id?: string | null;
  /**
   * The attempt it happened in.
   */
  attempt_id?: string | null;
  /**
   * The patch it is about.
   */
  patch_id?: string | null;
  /**
   * The worker it happened on.
   */
  worker_id?: string | null;
  /**
   * The tool it happened with.
   */
  tool_id?: string | null;
  /**
   * The place in a file, where there is one.
   */
  place?: {
    /**
     * The file.
     */
    file: string;
    /**
     * The line, from 1; 0 is the file as a whole.
     */
    line?: number;
    /**
     * The place in the document, as a JSON pointer.
     */
    path?: string;
  };
  /**
   * The same for the same trouble: what counts how often something was tried.
   */
  signature?: string;
  /**
   * How often it was met with this signature.
   */
  tries?: number;
  /**
   * The event it follows from.
   */
  caused_by?: string | null;
  /**
   * Where dealing with it stands.
   */
  handling?: "AUTO_RETRY" | "CONTEXT_REPAIR" | "AGENT_REVIEW" | "WAITING_FOR_HUMAN" | "RESOLVED" | "QUARANTINED";
  /**
   * More values, by code.
   */
  values?: {
    [k: string]: unknown;
  };
}

/**
 * What a tool reads that mends what a gate refused: the failure, the patch and the task that it was made for.
 */
export interface FixV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/fix.v1";
  /**
   * The task that mends.
   */
  task_id: string;
  /**
   * The task of the plan whose patch was refused. It is completed when the fix is committed.
   */
  for_task: string;
  /**
   * The patch that was refused. The working folder holds its content when the fix begins.
   */
  patch_id: string;
  /**
   * What the task was to do.
   */
  objective: string;
  /**
   * Which files may be read and changed, as globs; the same as the task's.
   */
  resource_scope: {
    /**
     * Files it reads.
     */
    read: string[];
    /**
     * Files it may change.
     */
    write: string[];
    /**
     * Files it may make.
     */
    create: string[];
    /**
     * Files it may not touch.
     */
    forbidden: string[];
  };
  /**
   * The gate that refused it.
   */
  gate: {
    /**
     * Its id.
     */
    gate_id: string;
    /**
     * The run of it.
     */
    gate_run_id: string;
    /**
     * What it runs.
     */
    command: string[];
    /**
     * How it ended.
     */
    message: string;
  };
  /**
   * Names the failure, whatever the run, the machine and the time: a sha256.
   */
  signature: string;
  /**
   * Which fix it is.
   */
  fix: {
    /**
     * For this signature, from 1.
     */
    number: number;
    /**
     * How many there may be for it.
     */
    of: number;
  };
  /**
   * How many tests failed in all; null where the gate did not name them.
   */
  failed: number | null;
  /**
   * Tests that failed, or places that a checker complains about; the first ones.
   */
  failures: {
    /**
     * Its full name, or the rule.
     */
    name: string;
    /**
     * Where it stands, from the root of the repository.
     */
    file: string | null;
    /**
     * The line, from 1.
     */
    line: number | null;
    /**
     * What it said.
     */
    message: string;
  }[];
  /**
   * Files that the patch changes; the first ones.
   */
  files: string[];
  /**
   * The last lines of the gate's output.
   */
  output_tail: string;
}

/**
 * A gate with its definition and its runs, one for each tree it was tried on.
 */
export interface GateV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/gate.v1";
  /**
   * A check that runs on the merged result of a patch.
   */
  gate: {
    /**
     * An identifier.
     */
    gate_id: string;
    /**
     * A title for people.
     */
    name?: string;
    /**
     * lint, unit, integration, security, or any word of your own.
     */
    kind?: string;
    /**
     * Program and arguments as a list. One string is a line for the shell and needs `shell: true`. Left out: what the project's profile has for the kind; `security` is built in.
     *
     * @minItems 1
     */
    command?: [string, ...string[]] | string;
    /**
     * True: the command is one line for the system's shell.
     */
    shell?: boolean;
    /**
     * Gates that run before this one.
     *
     * Items: An identifier.
     */
    after?: string[];
    /**
     * False: a failure is recorded and lets the patch pass.
     */
    required?: boolean;
    /**
     * False: what depends on the task does not wait for this gate.
     */
    blocking?: boolean;
    /**
     * True: runs once at the end of a wave instead of once for each patch.
     */
    wave_boundary?: boolean;
    /**
     * The gate is stopped after this time and counts as an error.
     */
    timeout_seconds?: number;
    /**
     * Exit code that means passed.
     */
    expected_exit?: number;
    /**
     * Environment variables by name.
     */
    env?: {
      [k: string]: string;
    };
    /**
     * False: it is asked again about a tree that it let pass before.
     */
    cache?: boolean;
    /**
     * Whether it is run once more where it fails, which tells flaky from failed; true unless its kind only reads the tree, such as lint.
     */
    rerun?: boolean;
    /**
     * What a gate that failed and then passed on the same tree counts as.
     */
    flaky?: "pass" | "fail";
    /**
     * Where its results are, so that a failing gate names the tests that failed.
     */
    report?: {
      /**
       * How they are written; `text` is what common runners print for people.
       */
      format: "tap" | "junit" | "nunit" | "pester" | "sarif" | "eslint" | "psscriptanalyzer" | "text";
      /**
       * A glob relative to the repository's root; `/` separates, `..` is not allowed.
       */
      file?: string;
    };
  };
  /**
   * Its runs, oldest first. What counts for a tree is the newest run on it.
   *
   * Items: One run of the gate on one tree.
   */
  runs?: {
    /**
     * Names the gate run.
     */
    gate_run_id: string;
    /**
     * The run it belongs to.
     */
    run_id?: string | null;
    /**
     * The patch whose merged result was checked.
     */
    patch_id?: string | null;
    /**
     * The tree that was checked, as git names it.
     */
    tree: string;
    /**
     * A hash over what the result may depend on besides the tree.
     */
    environment?: string;
    /**
     * Where it stands.
     */
    state: "pending" | "blocked" | "running" | "passed" | "failed" | "error" | "skipped";
    /**
     * Gates it waits for.
     *
     * Items: A gate's id.
     */
    blocked_by?: string[];
    /**
     * When it began; null while it has not.
     */
    started_at?: string | null;
    /**
     * When it ended; null while it has not.
     */
    ended_at?: string | null;
    /**
     * What its command answered; null when a signal ended it.
     */
    exit_code?: number | null;
    /**
     * True: a second run on the same tree came out differently.
     */
    flaky?: boolean;
    /**
     * What its report says.
     */
    results?: {
      /**
       * How many tests there were.
       */
      total?: number;
      /**
       * How many passed.
       */
      passed?: number;
      /**
       * How many failed.
       */
      failed?: number;
      /**
       * How many were left out.
       */
      skipped?: number;
      /**
       * How much of the code they reached.
       */
      coverage_percent?: number;
      /**
       * The tests that failed.
       *
       * Items: One test.
       */
      failures?: {
        /**
         * Its name.
         */
        name: string;
        /**
         * What it said.
         */
        message?: string;
        /**
         * Where it stands.
         */
        file?: string;
        /**
         * The line, from 1.
         */
        line?: number;
      }[];
    };
    /**
     * Where its output is kept.
     */
    log?: string;
  }[];
}

/**
 * A question to a person, what it is about, and every decision on it.
 */
export interface ReviewV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/review.v1";
  /**
   * Names the review.
   */
  review_id: string;
  /**
   * The run it belongs to.
   */
  run_id?: string | null;
  /**
   * The phase it belongs to.
   */
  phase_id?: string | null;
  /**
   * The workstream it belongs to.
   */
  workstream_id?: string | null;
  /**
   * The task it belongs to.
   */
  task_id?: string | null;
  /**
   * Why it was asked.
   */
  trigger:
    | "gate_failed"
    | "conflict"
    | "quarantined"
    | "budget"
    | "high_risk"
    | "reviewers_required"
    | "security_finding"
    | "question"
    | "human_task";
  /**
   * Where it stands.
   */
  state: "open" | "in_review" | "approved" | "rejected" | "adjusted" | "sent_back" | "expired" | "withdrawn";
  /**
   * What the person is asked, in a sentence.
   */
  question: string;
  /**
   * False: nothing waits for the answer.
   */
  blocking?: boolean;
  /**
   * The patch it is about.
   */
  patch_id?: string | null;
  /**
   * The gate it is about.
   */
  gate_id?: string | null;
  /**
   * The commit on which the patch was seen.
   */
  base?: string | null;
  /**
   * What the rules say about the patch.
   *
   * Items: One finding.
   */
  findings?: {
    /**
     * The rule that was broken.
     */
    rule: string;
    /**
     * How bad it is.
     */
    severity: "info" | "warning" | "error";
    /**
     * What it leads to; absent: by severity, an error to `quarantine`, else to `warn`.
     */
    action?: "warn" | "review" | "quarantine" | "drop";
    /**
     * The file.
     */
    path?: string;
    /**
     * The line in the new file, from 1; 0 is the file as a whole.
     */
    line?: number;
    /**
     * What is wrong.
     */
    message: string;
    /**
     * What to do.
     */
    advice?: string;
    /**
     * What a waiver of it is bound to.
     */
    hash?: string;
  }[];
  /**
   * When it was asked.
   */
  opened_at: string;
  /**
   * When it lapses without an answer; null is never.
   */
  expires_at?: string | null;
  /**
   * When it was settled; null while it is not.
   */
  closed_at?: string | null;
  /**
   * What was decided, oldest first. A decision never changes.
   *
   * Items: One decision.
   */
  decisions?: {
    /**
     * Names the decision; the same id again is the same decision.
     */
    decision_id: string;
    /**
     * What was decided.
     */
    verdict: "approve" | "reject" | "adjust" | "send_back" | "withdraw" | "answer";
    /**
     * Who decided.
     */
    by: string;
    /**
     * When.
     */
    at: string;
    /**
     * The reason, in the person's own words.
     */
    why?: string;
    /**
     * The patch that was seen; a decision on another one is stale.
     */
    patch_seen?: string | null;
    /**
     * The base that was seen.
     */
    base_seen?: string | null;
    /**
     * The patch that takes the place of the one seen.
     */
    replacement_patch_id?: string | null;
    /**
     * Hashes of findings that are accepted.
     *
     * Items: A finding's hash.
     */
    waived?: string[];
    /**
     * The answer to a tool's question.
     */
    answer?: string;
  }[];
}

/**
 * How a tool is started, what it can do, and how much of it may be used.
 */
export interface ToolProfileV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/tool_profile.v1";
  /**
   * Names the tool in plans and rules.
   */
  tool_id: string;
  /**
   * What people read.
   */
  name?: string;
  /**
   * What translates between Patchbay and the tool, for example `command`.
   */
  adapter: string;
  /**
   * Program and arguments; the adapter knows its own where there is none.
   *
   * @minItems 1
   *
   * Items: A word of it.
   */
  command?: [string, ...string[]];
  /**
   * What it can do.
   */
  capabilities?: {
    /**
     * The sorts of work it takes; all where there is no list.
     *
     * Items: A kind.
     */
    task_kinds?: string[];
    /**
     * The fields it takes work from.
     *
     * Items: A field.
     */
    domains?: string[];
    /**
     * How it can be used.
     */
    modes?: ("prompt" | "patch_review" | "patch_apply_validate")[];
    /**
     * How much it can read at once.
     */
    context_tokens?: number;
  };
  /**
   * How far it is trusted.
   */
  safety_tier?: "low" | "medium" | "high";
  /**
   * False: what it does is committed without a patch, and marked as unprotected.
   */
  patch_mode?: boolean;
  /**
   * The most starts of it at the same time.
   */
  max_workers?: number;
  /**
   * What one start of it may use.
   */
  limits?: {
    /**
     * Time.
     */
    max_runtime_seconds?: number;
    /**
     * Time without a word.
     */
    idle_seconds?: number;
    /**
     * Output that is kept.
     */
    max_output_bytes?: number;
    /**
     * Money.
     */
    max_cost_usd?: number;
  };
  /**
   * True: by itself it asks questions at a terminal.
   */
  is_interactive_cli?: boolean;
  /**
   * What happens when it asks.
   */
  non_interactive_policy?: "fail_if_prompted" | "answer_by_review";
  /**
   * When it has done its work.
   */
  success?: {
    /**
     * Exit codes that mean so.
     *
     * @minItems 1
     */
    exit: [number, ...number[]];
  };
  /**
   * Files it leaves that are never part of a patch, as globs.
   *
   * Items: A glob relative to the repository's root; `/` separates, `..` is not allowed.
   */
  litter?: string[];
  /**
   * Environment variables by name.
   */
  env?: {
    [k: string]: string;
  };
  /**
   * When it is left alone for a while.
   */
  breaker?: {
    /**
     * After so many failures in a row.
     */
    failures?: number;
    /**
     * For so long.
     */
    cooldown_seconds?: number;
    /**
     * So many starts are then tried.
     */
    probes?: number;
  };
  /**
   * How often it may be called.
   */
  rate_limit?: {
    /**
     * Calls.
     */
    requests_per_minute?: number;
    /**
     * Tokens.
     */
    tokens_per_minute?: number;
  };
}

/**
 * A place where one attempt can run, with its lease and its health.
 */
export interface WorkerV1 {
  /**
   * Annotation of the framework's documents; ignored.
   */
  doc_id?: string;
  /**
   * For editors; ignored.
   */
  $schema?: string;
  /**
   * Which format the document has.
   */
  schema: "patchbay/worker.v1";
  /**
   * Names the worker.
   */
  worker_id: string;
  /**
   * Where it stands.
   */
  state: "SPAWNING" | "IDLE" | "BUSY" | "DRAINING" | "TERMINATED";
  /**
   * The computer it is on.
   */
  host?: string;
  /**
   * Its process; null when it has none.
   */
  pid?: number | null;
  /**
   * The tools it can run.
   *
   * Items: A tool's id.
   */
  tools?: string[];
  /**
   * What it prefers to work on, so that its caches stay warm; set once.
   */
  affinity?: string | null;
  /**
   * Its right to run an attempt; null when it runs none.
   */
  lease?: {
    /**
     * The attempt.
     */
    attempt_id: string;
    /**
     * The run of the attempt.
     */
    run_id?: string;
    /**
     * The task of the attempt.
     */
    task_id?: string;
    /**
     * When it was granted.
     */
    granted_at: string;
    /**
     * Until when it holds: what is reported later is recorded and ignored.
     */
    expires_at: string;
    /**
     * Grows with every lease of the place.
     */
    fence?: number;
  } | null;
  /**
   * Why it gets no work; null when it does.
   */
  quarantine?: {
    /**
     * Since when.
     */
    at: string;
    /**
     * Why.
     */
    reason: string;
  } | null;
  /**
   * When it was started.
   */
  spawned_at: string;
  /**
   * When its process was last seen alive.
   */
  last_seen_at?: string | null;
  /**
   * How many signs of life in a row were missed.
   */
  missed_heartbeats?: number;
  /**
   * When it ended; null while it has not.
   */
  terminated_at?: string | null;
  /**
   * What it has done.
   */
  statistics?: {
    /**
     * Attempts that ended well.
     */
    attempts_completed?: number;
    /**
     * Attempts that did not.
     */
    attempts_failed?: number;
    /**
     * How long it has worked.
     */
    busy_seconds?: number;
  };
}

/**
 * What was found in a project before it was set up.
 */
export interface BootstrapDiscoveryV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * The project's folder.
   */
  project_root: string;
  /**
   * What people read.
   */
  project_name: string;
  /**
   * The kind of project, as far as can be told.
   */
  domain: "software-dev" | "data-pipeline" | "operations" | "documentation" | "mixed";
  /**
   * How sure that is, from 0 to 1.
   */
  domain_confidence?: number;
  /**
   * The languages found.
   *
   * Items: One language.
   */
  languages: {
    /**
     * Its name.
     */
    language: string;
    /**
     * Its share of the project, from 0 to 100.
     */
    percentage: number;
    /**
     * How many files are in it.
     */
    file_count?: number;
    [k: string]: unknown;
  }[];
  /**
   * The frameworks found.
   *
   * Items: One framework.
   */
  frameworks?: {
    /**
     * Its name.
     */
    framework: string;
    /**
     * What showed it, for example a file or a dependency.
     */
    indicator: string;
    [k: string]: unknown;
  }[];
  /**
   * The sorts of things found.
   */
  resource_types: string[];
  /**
   * The tools found.
   *
   * Items: One tool.
   */
  available_tools: {
    /**
     * Names it.
     */
    tool_id: string;
    /**
     * What showed it.
     */
    detected_via: string;
    /**
     * Its version.
     */
    version?: string;
    [k: string]: unknown;
  }[];
  /**
   * The continuous integration found; null where there is none.
   */
  existing_ci?: string | null;
  /**
   * The version control found; null where there is none.
   */
  vcs?: string | null;
  /**
   * Limits that the project seems to keep already.
   */
  inferred_constraints?: {
    /**
     * Whether its tests must pass.
     */
    tests_must_pass?: boolean;
    /**
     * Whether it must pass a linter.
     */
    lint_required?: boolean;
    /**
     * Whether work must come as patches.
     */
    patch_only?: boolean;
    [k: string]: unknown;
  };
  /**
   * Which folders hold what.
   */
  directory_structure?: {
    /**
     * Folders with source.
     */
    src_dirs?: string[];
    /**
     * Folders with tests.
     */
    test_dirs?: string[];
    /**
     * Folders with documents.
     */
    doc_dirs?: string[];
    /**
     * Folders with settings.
     */
    config_dirs?: string[];
    /**
     * Folders with scripts.
     */
    script_dirs?: string[];
    [k: string]: unknown;
  };
  /**
   * When it was looked at.
   */
  discovery_timestamp?: string;
}

/**
 * What setting up a project did, and what is left to do.
 */
export interface BootstrapReportV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * What people read.
   */
  project_name: string;
  /**
   * The kind of project.
   */
  domain: string;
  /**
   * The profile that was chosen.
   */
  profile_id: string;
  /**
   * The version of that profile.
   */
  profile_version?: string;
  /**
   * How it ended.
   */
  status: "ready" | "partial" | "failed" | "needs_human";
  /**
   * What was found, in short.
   */
  discovery_summary?: {
    /**
     * The languages, in a sentence.
     */
    languages?: string;
    /**
     * The frameworks.
     */
    frameworks?: string[];
    /**
     * The version control.
     */
    version_control?: string;
    /**
     * The continuous integration.
     */
    ci_cd?: string;
    [k: string]: unknown;
  };
  /**
   * The files it concerned.
   *
   * Items: One file.
   */
  generated_artifacts: {
    /**
     * Where it is.
     */
    path: string;
    /**
     * What it is.
     */
    type?: string;
    /**
     * What came of it.
     */
    status: "created" | "validated" | "failed";
    [k: string]: unknown;
  }[];
  /**
   * The folders that were made.
   */
  directories_created?: string[];
  /**
   * What was decided.
   */
  configuration: {
    /**
     * Whether work must come as patches.
     */
    patch_only_mode?: boolean;
    /**
     * What is asked of the tests, in a sentence.
     */
    test_requirement?: string;
    /**
     * The most lines that one patch may add and remove together.
     */
    max_lines_per_patch?: number;
    /**
     * The tools that can be used.
     */
    available_tools?: string[];
    [k: string]: unknown;
  };
  /**
   * What checking the files found.
   */
  validation_results?: {
    /**
     * How it ended.
     */
    validation_status?: "passed" | "failed" | "needs_human";
    /**
     * What is wrong, a sentence each.
     */
    errors?: string[];
    /**
     * What is worth a look, a sentence each.
     */
    warnings?: string[];
    /**
     * How many faults were mended without asking.
     */
    auto_fixes_applied?: number;
    /**
     * How many questions are left for a person.
     */
    human_decisions_needed?: number;
    [k: string]: unknown;
  };
  /**
   * What to do next.
   */
  next_steps?: {
    /**
     * What a person should do.
     */
    for_human?: string[];
    /**
     * What a tool should do.
     */
    for_ai_agent?: string[];
    [k: string]: unknown;
  };
  /**
   * When it was done.
   */
  initialization_time?: string;
  /**
   * Whether work can begin.
   */
  ready_for_workstreams?: boolean;
}

/**
 * What a document of the framework says about itself.
 */
export interface DocMetaV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * The form of this block.
   */
  meta_version: "doc-meta.v1";
  /**
   * Names the document for good, whatever it is called.
   */
  doc_ulid: string;
  /**
   * What sort of document it is.
   */
  doc_type:
    | "global_spec"
    | "core_spec"
    | "project_profile"
    | "phase_spec_master"
    | "phase_spec_instance"
    | "workstream_spec"
    | "error_pipeline_spec"
    | "tool_profile"
    | "capability_card"
    | "run_artifact"
    | "other";
  /**
   * How far it reaches.
   */
  doc_layer: "global" | "framework" | "project" | "module" | "run";
  /**
   * What people read.
   */
  title: string;
  /**
   * What it says, in a few sentences.
   */
  summary: string;
  /**
   * Its version, as three numbers.
   */
  version: string;
  /**
   * Where it stands in its life.
   */
  status: "draft" | "active" | "deprecated" | "superseded" | "experimental";
  /**
   * The schema it follows.
   */
  schema_ref: string;
  /**
   * When it was first written.
   */
  created_at: string;
  /**
   * When it was last changed.
   */
  updated_at: string;
  /**
   * Who writes it.
   */
  author_type: "human" | "ai" | "mixed";
  /**
   * Who answers for it.
   */
  owner: string;
  /**
   * Who may read it.
   */
  security_tier: "public" | "internal" | "confidential" | "restricted";
  /**
   * The project it belongs to.
   */
  project_id?: string | null;
  /**
   * The module it belongs to.
   */
  module_id?: string | null;
  /**
   * The phase it belongs to.
   */
  phase_id?: string | null;
  /**
   * The workstream it belongs to.
   */
  workstream_id?: string | null;
  /**
   * The documents it refers to, by their ids.
   */
  spec_refs?: string[];
  /**
   * Words to find it by.
   */
  tags?: string[];
  /**
   * How it may be changed.
   */
  patch_policy?: {
    /**
     * Whether a change must come as a patch.
     */
    patch_required?: boolean;
    /**
     * Whether a patch must name an issue.
     */
    require_issue_ref?: boolean;
    /**
     * How many people must have approved it.
     */
    min_reviewers?: number;
  };
  /**
   * Whether it may hold ASCII characters only.
   */
  ascii_only?: boolean;
  /**
   * The longest line it may have.
   */
  max_line_length?: number;
  /**
   * When it was last checked.
   */
  last_validated_at?: string;
  /**
   * A sum over its text.
   */
  checksum?: string;
}

/**
 * An execution request: one piece of work as it is handed to a router, with what is needed to choose a tool.
 */
export interface ExecutionRequestV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the request.
   */
  request_id: string;
  /**
   * The project the work belongs to.
   */
  project_id: string;
  /**
   * The phase the work belongs to.
   */
  phase_id: string;
  /**
   * The workstream the work belongs to, where there is one.
   */
  workstream_id?: string | null;
  /**
   * What sort of work it is; routing rules match it.
   */
  task_kind: string;
  /**
   * Who asked, and when.
   */
  origin?: {
    /**
     * The person or program that asked.
     */
    created_by?: string;
    /**
     * When it was asked.
     */
    created_at?: string;
    [k: string]: unknown;
  };
  /**
   * Facts by which a tool is chosen.
   */
  classification: {
    /**
     * How hard the work is.
     */
    complexity?: "trivial" | "simple" | "moderate" | "complex" | "expert";
    /**
     * How much harm a mistake can do.
     */
    risk_tier?: string;
    /**
     * The field of the work, for example `backend`.
     */
    domain?: string;
    /**
     * How soon it should start.
     */
    priority?: "low" | "normal" | "high" | "critical";
    [k: string]: unknown;
  };
  /**
   * What the work may touch, as globs.
   */
  resource_scope: {
    /**
     * What may be read.
     */
    read?: string[];
    /**
     * What may be changed.
     */
    write?: string[];
    /**
     * What may be created.
     */
    create?: string[];
    /**
     * What must not be touched, whatever the other lists say.
     */
    forbidden?: string[];
    [k: string]: unknown;
  };
  /**
   * Limits on the patch.
   */
  constraints?: {
    /**
     * Whether the work must come as a patch.
     */
    patch_only?: boolean;
    /**
     * Whether the project's tests must pass with it.
     */
    tests_must_pass?: boolean;
    /**
     * The most lines that the patch may add and remove together.
     */
    max_lines_changed?: number;
    [k: string]: unknown;
  };
  /**
   * The prompt instance that is sent to the tool.
   */
  prompt_spec?: string | null;
  /**
   * How the tool is chosen.
   */
  routing: {
    /**
     * Whether one tool is fixed, or they take turns, or the router decides.
     */
    strategy: "fixed" | "round_robin" | "auto";
    /**
     * The tools among which the router may choose.
     */
    allowed_tools?: string[];
    /**
     * The most times it is tried, on all tools together.
     */
    max_attempts?: number;
    /**
     * How long one attempt may take.
     */
    timeout_seconds?: number;
    [k: string]: unknown;
  };
  /**
   * What connects the request with traces.
   */
  telemetry?: {
    /**
     * The same for everything that belongs together.
     */
    correlation_id?: string;
    /**
     * Words that tracing understands.
     */
    trace_flags?: string[];
    [k: string]: unknown;
  };
}

/**
 * A patch: an immutable unified diff and where it came from.
 */
export interface PatchArtifactV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the patch.
   */
  patch_id: string;
  /**
   * How the change is written down.
   */
  format: "unified_diff";
  /**
   * The repository it is for.
   */
  target_repo: string;
  /**
   * The branch or other name it was made on.
   */
  base_ref?: string | null;
  /**
   * The commit it was made on.
   */
  base_commit?: string | null;
  /**
   * Where it came from.
   */
  origin: {
    /**
     * The request it answers.
     */
    execution_request_id: string;
    /**
     * The prompt instance that led to it.
     */
    prompt_id?: string | null;
    /**
     * The phase it belongs to.
     */
    phase_id?: string | null;
    /**
     * The workstream it belongs to.
     */
    workstream_id?: string | null;
    /**
     * The tool that made it.
     */
    tool_id: string;
    /**
     * What the tool itself calls the start that made it.
     */
    tool_run_id?: string | null;
    /**
     * When it was made.
     */
    created_at: string;
  };
  /**
   * What it does, in a sentence.
   */
  summary?: string;
  /**
   * What it touches, in numbers and names.
   */
  scope?: {
    /**
     * The files it touches.
     */
    files_touched?: string[];
    /**
     * How many lines it adds.
     */
    line_insertions?: number;
    /**
     * How many lines it removes.
     */
    line_deletions?: number;
    /**
     * How many places it changes.
     */
    hunks?: number;
  };
  /**
   * The diff itself.
   */
  diff_text: string;
}

/**
 * A ledger entry: one patch with its state, its history, and what was found and done.
 */
export interface PatchLedgerEntryV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the entry.
   */
  ledger_id: string;
  /**
   * The patch it is about.
   */
  patch_id: string;
  /**
   * The project the patch is for.
   */
  project_id: string;
  /**
   * The phase the patch belongs to.
   */
  phase_id?: string | null;
  /**
   * The workstream the patch belongs to.
   */
  workstream_id?: string | null;
  /**
   * The request the patch answers.
   */
  execution_request_id?: string | null;
  /**
   * Where the patch stands.
   */
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
  /**
   * Every state it was in, oldest first.
   *
   * Items: One state with its date.
   */
  state_history?: {
    /**
     * The state.
     */
    state: string;
    /**
     * When it was entered.
     */
    at: string;
    /**
     * Why it was entered.
     */
    reason?: string;
  }[];
  /**
   * What the checks found.
   */
  validation: {
    /**
     * Whether it is a well-formed diff.
     */
    format_ok: boolean;
    /**
     * Whether it stays inside its scope.
     */
    scope_ok: boolean;
    /**
     * Whether it keeps the limits.
     */
    constraints_ok: boolean;
    /**
     * Whether tests have run on it.
     */
    tests_ran?: boolean;
    /**
     * Whether those tests passed.
     */
    tests_passed?: boolean;
    /**
     * What was found wrong, a sentence each.
     */
    validation_errors?: string[];
  };
  /**
   * How applying it went.
   */
  apply?: {
    /**
     * How often it was tried.
     */
    attempts?: number;
    /**
     * When it was last tried.
     */
    last_attempt_at?: string;
    /**
     * The code of the last failure.
     */
    last_error_code?: string;
    /**
     * The last failure in words.
     */
    last_error_message?: string;
    /**
     * The folder it was applied in.
     */
    workspace_path?: string;
    /**
     * The files that were changed.
     */
    applied_files?: string[];
  };
  /**
   * Whether and why it was set aside.
   */
  quarantine?: {
    /**
     * Whether it is set aside.
     */
    is_quarantined?: boolean;
    /**
     * Why it was set aside.
     */
    quarantine_reason?: string;
    /**
     * Where it is kept.
     */
    quarantine_path?: string;
    /**
     * When it was set aside.
     */
    quarantined_at?: string;
  };
  /**
   * Other patches it has to do with.
   */
  relations?: {
    /**
     * The patch in whose place it came.
     */
    replaces_patch_id?: string | null;
    /**
     * The patch it takes back.
     */
    rollback_of_patch_id?: string | null;
    /**
     * The same for patches that follow each other.
     */
    chain_id?: string | null;
  };
}

/**
 * A patch policy: rules for patches at one level, from the whole installation down to one document.
 */
export interface PatchPolicyV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the policy.
   */
  patch_policy_id: string;
  /**
   * Where the policy holds.
   */
  scope: {
    /**
     * How far it reaches.
     */
    level: "global" | "project" | "phase" | "doc";
    /**
     * The project it holds for, where it is not for all.
     */
    project_id?: string | null;
    /**
     * The phase it holds for, where it is not for all.
     */
    phase_id?: string | null;
    /**
     * The document it holds for, where it is for one.
     */
    doc_ulid?: string | null;
  };
  /**
   * The rules.
   */
  constraints: {
    /**
     * How a change may be written down.
     */
    allowed_formats?: string[];
    /**
     * Whether work must come as a patch.
     */
    patch_required?: boolean;
    /**
     * The most lines that one patch may add and remove together.
     */
    max_lines_changed?: number;
    /**
     * The most files that one patch may touch.
     */
    max_files_changed?: number;
    /**
     * Whether binary files are refused.
     */
    forbid_binary_patches?: boolean;
    /**
     * What no patch may touch, as globs.
     */
    forbid_touching_paths?: string[];
    /**
     * What must not change without tests, as globs.
     */
    require_tests_for_paths?: string[];
    /**
     * Whether a patch must name an issue.
     */
    require_issue_ref?: boolean;
    /**
     * How many people must have approved it.
     */
    min_reviewers?: number;
    /**
     * How many of the last patches are looked at for a change that goes to and fro.
     */
    oscillation_window?: number;
    /**
     * How often it may go to and fro among them.
     */
    oscillation_threshold?: number;
  };
}

/**
 * A phase: a stage of a plan with its own scope, limits and acceptance.
 */
export interface PhaseSpecV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the phase in its plan.
   */
  phase_id: string;
  /**
   * What people read in lists and on screens.
   */
  name: string;
  /**
   * What sort of work the phase is, in a word of the project's own.
   */
  category: string;
  /**
   * What the phase is for, at any length.
   */
  description?: string;
  /**
   * What the phase's tasks may read, change, create and never touch, as globs.
   */
  resource_scope: {
    /**
     * What sort of thing the scope lists, for example `files`.
     */
    type: string;
    /**
     * What may be read.
     */
    read?: string[];
    /**
     * What may be changed.
     */
    write?: string[];
    /**
     * What may be created.
     */
    create?: string[];
    /**
     * What no patch may touch, whatever the other lists say.
     */
    forbidden?: string[];
    [k: string]: unknown;
  };
  /**
   * Limits on every patch of the phase.
   */
  constraints: {
    /**
     * Limits on the size of a patch.
     */
    patch?: {
      /**
       * Whether work must come as a patch.
       */
      patch_required?: boolean;
      /**
       * The most lines that one patch may add and remove together.
       */
      max_lines_changed?: number;
      /**
       * The most files that one patch may touch.
       */
      max_files_changed?: number;
      [k: string]: unknown;
    };
    /**
     * What is asked of the project's tests.
     */
    tests?: {
      /**
       * Whether the tests must have run.
       */
      tests_must_run?: boolean;
      /**
       * Whether the tests must have passed.
       */
      tests_must_pass?: boolean;
      /**
       * The command line that runs the tests.
       */
      test_command?: string;
      [k: string]: unknown;
    };
    /**
     * Rules on how the work is done.
     */
    behavior?: {
      /**
       * Whether added lines may hold ASCII characters only.
       */
      ascii_only?: boolean;
      /**
       * Whether a change of code asks for a change of its documents.
       */
      require_doc_update?: boolean;
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /**
   * When the phase counts as accepted.
   */
  acceptance: {
    /**
     * Whether every check must hold, or any one of them, or a rule of the project's own.
     */
    mode: "all" | "any" | "custom";
    /**
     * The checks, in the order in which they are made.
     *
     * Items: One check.
     */
    checks: {
      /**
       * Names the check in its list.
       */
      id: string;
      /**
       * What sort of check it is.
       */
      type: string;
      /**
       * What the check is for.
       */
      description?: string;
      /**
       * The command line that makes the check.
       */
      command?: string;
      /**
       * Whether acceptance needs it.
       */
      required?: boolean;
      /**
       * How bad it is when the check fails.
       */
      severity?: string;
      [k: string]: unknown;
    }[];
    /**
     * What is done once the phase is accepted.
     */
    post_actions?: string[];
    [k: string]: unknown;
  };
}

/**
 * A profile: what a kind of project adds to the core, such as resource types, task kinds and checks.
 */
export interface ProfileExtensionV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the profile.
   */
  profile_id: string;
  /**
   * Its version, as three numbers.
   */
  profile_version: string;
  /**
   * The kind of project it is for.
   */
  domain?: string;
  /**
   * What it is for.
   */
  description?: string;
  /**
   * The parts of the core it adds to.
   */
  extends_core: (
    | "COOPERATION_SPEC"
    | "PHASE_SPEC_MASTER"
    | "WORKSTREAM_SPEC"
    | "TASK_ROUTING_SPEC"
    | "PROMPT_RENDERING_SPEC"
    | "PATCH_MANAGEMENT_SPEC"
  )[];
  /**
   * The sorts of things that tasks may have in their scope.
   *
   * Items: One sort of thing.
   */
  adds_resource_types: {
    /**
     * Names it.
     */
    type: string;
    /**
     * How a scope is written for it, for example as globs.
     */
    scope_format: string;
    /**
     * What can be done to it.
     */
    operations: ("read" | "write" | "create" | "delete" | "execute")[];
    [k: string]: unknown;
  }[];
  /**
   * The forms that a change may have.
   *
   * Items: One form.
   */
  adds_change_types?: {
    /**
     * Names it.
     */
    kind: string;
    /**
     * How it is written down.
     */
    format: string;
    /**
     * The checks that it must pass.
     */
    validation?: string[];
    [k: string]: unknown;
  }[];
  /**
   * The sorts of work it knows.
   */
  adds_task_kinds?: string[];
  /**
   * The limits it brings.
   */
  adds_constraints?: {
    /**
     * Whether work must come as patches.
     */
    patch_only?: boolean;
    /**
     * The most lines that one patch may add and remove together.
     */
    max_lines_changed?: number;
    /**
     * The most files that one patch may touch.
     */
    max_files_changed?: number;
    /**
     * Whether the project's tests must pass.
     */
    tests_must_pass?: boolean;
    /**
     * Whether added lines may hold ASCII characters only.
     */
    ascii_only?: boolean;
    [k: string]: unknown;
  };
  /**
   * The checks it brings.
   *
   * Items: One check.
   */
  adds_validation_types?: {
    /**
     * Names it.
     */
    type: string;
    /**
     * The command line that makes it.
     */
    command: string;
    [k: string]: unknown;
  }[];
  /**
   * The phases that projects of this kind usually have.
   *
   * Items: One phase.
   */
  phase_templates?: {
    /**
     * Names the phase.
     */
    phase_id?: string;
    /**
     * What people read.
     */
    name?: string;
    /**
     * What sort of work it is.
     */
    category?: string;
    /**
     * Where its template is.
     */
    template_path?: string;
    [k: string]: unknown;
  }[];
}

/**
 * A project profile: what a project is, where its things are, and what its patches must keep.
 */
export interface ProjectProfileV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the project.
   */
  project_id: string;
  /**
   * What people read.
   */
  project_name: string;
  /**
   * The project's folder.
   */
  project_root: string;
  /**
   * The kind of project.
   */
  domain: "software-dev" | "data-pipeline" | "operations" | "documentation" | "mixed";
  /**
   * The profile it follows.
   */
  profile_id: string;
  /**
   * The version of that profile, as three numbers.
   */
  profile_version?: string;
  /**
   * The sorts of things in it, by name.
   */
  resource_types: {
    /**
     * One sort of thing.
     */
    [k: string]: {
      /**
       * The folder where it begins.
       */
      root?: string;
      /**
       * What keeps its history, for example `git`.
       */
      tracked_by?: string;
      /**
       * What does not belong to it, as globs.
       */
      exclusions?: string[];
      [k: string]: unknown;
    };
  };
  /**
   * The tools that can be used on it.
   *
   * Items: One tool.
   */
  available_tools: {
    /**
     * Names it.
     */
    tool_id: string;
    /**
     * The command line that starts it.
     */
    command: string;
    /**
     * What it can do.
     */
    capabilities: string[];
    /**
     * The most starts of it at the same time.
     */
    max_parallel?: number;
    [k: string]: unknown;
  }[];
  /**
   * Where the framework keeps its files.
   */
  framework_paths: {
    /**
     * The folder of the tasks.
     */
    tasks_dir: string;
    /**
     * The folder of the ledger.
     */
    ledger_dir: string;
    /**
     * The folder of the workspaces.
     */
    worktrees_dir: string;
    /**
     * The folder of the patches that were set aside.
     */
    quarantine_dir: string;
    /**
     * The file that lists everything.
     */
    registry_file: string;
    [k: string]: unknown;
  };
  /**
   * What every patch of the project must keep.
   */
  constraints: {
    /**
     * Whether work must come as patches.
     */
    patch_only?: boolean;
    /**
     * Whether the project's tests must pass.
     */
    tests_must_pass?: boolean;
    /**
     * Whether added lines may hold ASCII characters only.
     */
    ascii_only?: boolean;
    /**
     * The most lines that one patch may add and remove together.
     */
    max_lines_changed?: number;
    /**
     * The most files that one patch may touch.
     */
    max_files_changed?: number;
    /**
     * Whether a patch must name an issue.
     */
    require_issue_ref?: boolean;
    [k: string]: unknown;
  };
  /**
   * The version of the framework, as three numbers.
   */
  framework_version?: string;
}

/**
 * A prompt instance: a prompt as it was sent to a tool, by sections.
 */
export interface PromptInstanceV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the instance.
   */
  prompt_instance_id: string;
  /**
   * The template it was made from.
   */
  template_id: string;
  /**
   * The tool it is for.
   */
  target_tool: string;
  /**
   * What the tool is asked to do, for example to change code or to review it.
   */
  kind: string;
  /**
   * The prompt's text.
   */
  sections: {
    /**
     * What comes first: project, phase, task.
     */
    HEADER?: string;
    /**
     * What shall be done.
     */
    OBJECTIVE: string;
    /**
     * What the tool should know.
     */
    CONTEXT?: string;
    /**
     * What the tool must keep to.
     */
    CONSTRAINTS?: string;
    /**
     * Which files it may read, change and create.
     */
    FILES_SCOPE?: string;
    /**
     * In what form it shall answer.
     */
    OUTPUT_SPEC?: string;
    /**
     * How its answer will be checked.
     */
    VALIDATION?: string;
  };
}

/**
 * A router configuration: the tools there are, and the rules by which one is chosen.
 */
export interface RouterConfigV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * The version of this configuration, as three numbers.
   */
  version: string;
  /**
   * The tools by name.
   */
  apps: {
    /**
     * One tool.
     */
    [k: string]: {
      /**
       * Whether it does the work, checks it or looks at it.
       */
      kind: "tool" | "validator" | "analyzer";
      /**
       * The command line that starts it.
       */
      command: string;
      /**
       * What it can do.
       */
      capabilities: {
        /**
         * The sorts of work it takes.
         */
        task_kinds?: string[];
        /**
         * The fields it takes work from.
         */
        domains?: string[];
        [k: string]: unknown;
      };
      /**
       * How much of it may be used.
       */
      limits?: {
        /**
         * The most starts of it at the same time.
         */
        max_parallel?: number;
        /**
         * How long one start may take.
         */
        timeout_seconds?: number;
        [k: string]: unknown;
      };
      /**
       * How far it is trusted.
       */
      safety_tier?: "low" | "medium" | "high";
      [k: string]: unknown;
    };
  };
  /**
   * How a tool is chosen.
   */
  routing: {
    /**
     * The rules; the first that matches decides.
     *
     * Items: One rule.
     */
    rules?: {
      /**
       * Names the rule.
       */
      id: string;
      /**
       * What a request must be like for the rule to hold.
       */
      match: {
        /**
         * The sorts of work, any of them.
         */
        task_kind?: string[];
        /**
         * The risk tiers, any of them.
         */
        risk_tier?: string[];
        /**
         * How hard the work is.
         */
        complexity?: string;
        [k: string]: unknown;
      };
      /**
       * The tools to choose among.
       */
      select_from?: string[];
      /**
       * Whether one tool is fixed, or they take turns, or the router decides.
       */
      strategy?: "fixed" | "round_robin" | "auto";
      /**
       * The tools that check the result.
       */
      validate_with?: string[];
      /**
       * Whether a request without a tool by this rule is refused.
       */
      required?: boolean;
      [k: string]: unknown;
    }[];
    [k: string]: unknown;
  };
  /**
   * What holds where nothing is said.
   */
  defaults?: {
    /**
     * The most times a request is tried.
     */
    max_attempts?: number;
    /**
     * How long one attempt may take.
     */
    timeout_seconds?: number;
    /**
     * How a tool is chosen.
     */
    strategy?: string;
    [k: string]: unknown;
  };
}

/**
 * A run event: one thing that happened in a run.
 */
export interface RunEventV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the event.
   */
  event_id: string;
  /**
   * The run it happened in.
   */
  run_id: string;
  /**
   * The attempt it is about, where it is about one.
   */
  step_attempt_id?: string | null;
  /**
   * When it happened.
   */
  ts: string;
  /**
   * What happened.
   */
  kind:
    | "run_created"
    | "run_started"
    | "run_state_changed"
    | "tool_call_started"
    | "tool_call_completed"
    | "tool_call_error"
    | "patch_created"
    | "patch_validated"
    | "patch_apply_started"
    | "patch_apply_succeeded"
    | "patch_apply_failed"
    | "patch_quarantined"
    | "error_pipeline_triggered"
    | "phase_transition"
    | "note";
  /**
   * The rest, by kind.
   */
  payload?: {
    [k: string]: unknown;
  };
}

/**
 * A run record: one run of one phase, with its state and its counts.
 */
export interface RunRecordV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the run.
   */
  run_id: string;
  /**
   * The project it ran on.
   */
  project_id: string;
  /**
   * The phase it ran.
   */
  phase_id: string;
  /**
   * The workstream it ran, where it was a single one.
   */
  workstream_id?: string | null;
  /**
   * The request that began it, where there was one.
   */
  execution_request_id?: string | null;
  /**
   * When it was recorded.
   */
  created_at: string;
  /**
   * When it began; null while it has not.
   */
  started_at?: string | null;
  /**
   * When it ended; null while it has not.
   */
  ended_at?: string | null;
  /**
   * Where it stands.
   */
  state: "pending" | "running" | "succeeded" | "failed" | "canceled" | "quarantined";
  /**
   * Why it stands there.
   */
  state_reason?: string | null;
  /**
   * What set it off.
   */
  origin?: {
    /**
     * What sort of thing set it off.
     */
    trigger_type?: "manual" | "ci" | "error_pipeline" | "scheduled" | "other";
    /**
     * What exactly, for example the number of a build.
     */
    trigger_ref?: string | null;
    /**
     * The person or program that asked for it.
     */
    requested_by?: string | null;
  };
  /**
   * What happened in it, in numbers.
   */
  counters?: {
    /**
     * How many attempts were made.
     */
    step_attempts?: number;
    /**
     * How many patches came out of them.
     */
    patches_created?: number;
    /**
     * How many patches were applied.
     */
    patches_applied?: number;
    /**
     * How many errors there were.
     */
    errors?: number;
  };
}

/**
 * A step attempt: one start of a tool in a run.
 */
export interface StepAttemptV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the attempt.
   */
  step_attempt_id: string;
  /**
   * The run it belongs to.
   */
  run_id: string;
  /**
   * Its place among the attempts of the run, from 1.
   */
  sequence: number;
  /**
   * The tool that was started.
   */
  tool_id: string;
  /**
   * What the tool itself calls this start.
   */
  tool_run_id?: string | null;
  /**
   * The request it answers.
   */
  execution_request_id?: string | null;
  /**
   * The prompt instance that was sent.
   */
  prompt_id?: string | null;
  /**
   * When it began.
   */
  started_at: string;
  /**
   * When it ended; null while it has not.
   */
  ended_at?: string | null;
  /**
   * Where it stands.
   */
  state: "pending" | "running" | "completed" | "error" | "canceled";
  /**
   * Why it stands there.
   */
  state_reason?: string | null;
  /**
   * What came out of it.
   */
  outputs?: {
    /**
     * The patches that came out of it.
     */
    patch_ids?: string[];
    /**
     * Where its log is.
     */
    logs_path?: string | null;
    /**
     * Where the tool's answer is, as it came.
     */
    raw_response_path?: string | null;
  };
}

/**
 * A task: one piece of work for one tool.
 */
export interface TaskSpecV1 {
  /**
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the task in its workstream.
   */
  task_id: string;
  /**
   * What people read in lists and on screens.
   */
  name: string;
  /**
   * What sort of work it is, for example `code_edit`.
   */
  kind: string;
  /**
   * Tasks that must be done before this one starts.
   */
  depends_on?: string[];
  /**
   * Whether it may run beside other tasks of its workstream.
   */
  allow_parallel?: boolean;
  /**
   * Facts by which a tool is chosen.
   */
  classification?: {
    /**
     * How hard the work is.
     */
    complexity?: string;
    /**
     * How much harm a mistake can do.
     */
    risk_tier?: string;
    /**
     * The field of the work, for example `backend`.
     */
    domain?: string;
    /**
     * How soon it should start.
     */
    priority?: string;
    [k: string]: unknown;
  };
  /**
   * How its scope differs from that of its workstream.
   */
  resource_scope_delta?: {
    [k: string]: unknown;
  };
  /**
   * How its limits differ from those of its workstream.
   */
  constraints_delta?: {
    [k: string]: unknown;
  };
  /**
   * How it is started and how often it is tried.
   */
  execution?: {
    /**
     * The most times it is tried.
     */
    max_attempts?: number;
    /**
     * How long one attempt may take.
     */
    timeout_seconds?: number;
    /**
     * How the pause between two attempts is chosen.
     */
    retry_strategy?: string;
    /**
     * Whether it gives way to other tasks.
     */
    background?: boolean;
    [k: string]: unknown;
  };
  /**
   * The template of its prompt.
   */
  prompt_template_ref?: string;
  /**
   * Sections of the prompt that differ from the template.
   */
  prompt_overrides?: {
    [k: string]: unknown;
  };
  /**
   * Fields for the requests that are made for it.
   */
  execution_request_template?: {
    [k: string]: unknown;
  };
  /**
   * What happens when it fails for good.
   */
  error_handling?: {
    /**
     * What to do then.
     */
    on_failure?: string;
    [k: string]: unknown;
  };
  /**
   * When the task counts as accepted.
   */
  acceptance?: {
    /**
     * The checks, in the order in which they are made.
     *
     * Items: One check.
     */
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
   * An annotation that documents of the framework carry; ignored.
   */
  doc_id?: string;
  /**
   * Names the workstream in its plan.
   */
  workstream_id: string;
  /**
   * The project it belongs to.
   */
  project_id: string;
  /**
   * The phase it belongs to.
   */
  phase_id: string;
  /**
   * What people read in lists and on screens.
   */
  name: string;
  /**
   * What the workstream is for, in a sentence.
   */
  objective: string;
  /**
   * Words to find it by.
   */
  tags?: string[];
  /**
   * What its tasks may touch; it narrows the scope of the phase.
   */
  resource_scope?: {
    [k: string]: unknown;
  };
  /**
   * Limits on its patches; they tighten those of the phase.
   */
  constraints?: {
    [k: string]: unknown;
  };
  /**
   * How many of its tasks may run at once.
   */
  concurrency?: {
    /**
     * The most tasks of it that run at the same time.
     */
    max_parallel?: number;
    [k: string]: unknown;
  };
  /**
   * What happens when a task fails for good.
   */
  error_handling?: {
    /**
     * Whether to stop at once, to go on with what does not depend on it, or to ask a person.
     */
    strategy?: "fail_fast" | "continue" | "escalate";
    [k: string]: unknown;
  };
  /**
   * When the workstream counts as accepted.
   */
  acceptance?: {
    /**
     * Whether every check must hold, or any one of them, or a rule of the project's own.
     */
    mode?: "all" | "any" | "custom";
    /**
     * The checks, in the order in which they are made.
     *
     * Items: One check.
     */
    checks?: {
      [k: string]: unknown;
    }[];
    [k: string]: unknown;
  };
  /**
   * Its tasks.
   */
  tasks: TaskSpecV1[];
}
