// A gate is a definition; a gate run is one execution of it on one tree.
import { defineMachine } from '../lib/machine.ts';

export const GATE_RUN_MACHINE = defineMachine({
  noun: 'gate run',
  initial: 'pending',
  moves: {
    pending: ['running', 'skipped', 'blocked'],
    blocked: ['pending'],
    running: ['passed', 'failed', 'error', 'skipped'],
    passed: [],
    failed: [],
    error: [],
    skipped: [],
  },
});

export type GateRunState = keyof typeof GATE_RUN_MACHINE.moves;

export type GateVerdict = 'passed' | 'failed' | 'error';

/** How the results of a gate are written; `text` is what common runners print for people. */
export const REPORT_FORMATS = [
  'tap',
  'junit',
  'nunit',
  'pester',
  'sarif',
  'eslint',
  'psscriptanalyzer',
  'text',
] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Where a gate's results are: in a file of its workspace, or in what it prints. */
export interface GateReport {
  readonly format: ReportFormat;
  /** Relative to the workspace; null for the standard output. */
  readonly file: string | null;
}

/** One test that failed, or one place that a checker complains about. Plain text, cut to the limits. */
export interface FailingTest {
  /** Full name, such as `suite > test`, or the rule of a checker. Never empty. */
  readonly name: string;
  /** Relative to the root of the repository with `/`; null where the report does not say, or it lies elsewhere. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  /** What went wrong, its first lines; may be empty. */
  readonly message: string;
}

/** What came of running a gate or a check once. */
export interface GateOutcome {
  readonly verdict: GateVerdict;
  readonly exitCode: number | null;
  readonly durationMs: number;
  /** Last lines of the output, at most 4 KiB; the whole lies in `logs`. */
  readonly tail: string;
  readonly logs: string | null;
  /** True when the verdict of an equal earlier run was used. */
  readonly cached: boolean;
  readonly message: string;
  /** What its report or its output names as failed, at most `LIMITS.failingTests`; absent where that is nothing. */
  readonly failures?: readonly FailingTest[];
  /** True: it failed, and passed when it was run again on the same tree; `failures` are those of the first time. */
  readonly flaky?: boolean;
  /** What it needs and the machine has not, such as `eslint` or `powershell:Pester`; then it is an error. */
  readonly missing?: string;
  /** How many failed in all, where that is more than are listed. */
  readonly failed?: number;
}
