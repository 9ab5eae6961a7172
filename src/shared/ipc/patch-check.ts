// What the validator answers about a patch that is in no run, as the command line prints it (cli.md).
import type { Finding } from '../domain/patch.ts';

export interface PatchCheckReport {
  /** False where the patch would be refused; findings that only send it to a person leave it true. */
  readonly ok: boolean;
  readonly format_ok: boolean;
  readonly scope_ok: boolean;
  readonly constraints_ok: boolean;
  /** Commit that it was judged on. */
  readonly base: string;
  /** From the result, not from the patch's own words; empty where it does not apply. */
  readonly files: readonly {
    readonly path: string;
    readonly old_path: string | null;
    readonly change: string;
    readonly insertions: number;
    readonly deletions: number;
    readonly binary: boolean;
  }[];
  readonly findings: readonly Finding[];
}
