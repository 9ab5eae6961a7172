// Which run or patch an id on the command line means: one of this project, or a read-only one of an old pipeline.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { LegacyLibrary, LegacyPatch, LegacyRun } from '../../../shared/ports/legacy-library.ts';
import type { Invocation } from './cli-options.ts';
import { usage } from './report-error.ts';

/** A run of an old pipeline with the library that knows more of it. */
export interface FoundLegacyRun {
  readonly run: LegacyRun;
  readonly library: LegacyLibrary;
}

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** A ULID that no old database has means a run of this project; whether there is one, the engine knows. */
export async function findRun(call: Invocation, text: string): Promise<{ readonly runId: string } | FoundLegacyRun> {
  const { ports, projectDir, dataDir } = call;
  const library = await ports.openLegacy({ projectDir, dataDir });
  const run = library.find(text);
  if (run !== null) return { run, library };
  const runId = text.toUpperCase();
  if (ULID.test(runId)) return { runId };
  for (const problem of library.problems()) call.out.complain(problem);
  const advice = 'The id of a run has 26 letters and digits, or is that of an old run; `patchbay status` lists them.';
  throw usage(`\`${text}\` is no run`, advice, { id: text });
}

/** For what changes or checks a run: those of old pipelines are read-only. */
export async function findOwnRun(call: Invocation, text: string): Promise<string> {
  const found = await findRun(call, text);
  if ('runId' in found) return found.runId;
  const { ulid, database } = found.run;
  const message = `Run ${text} comes from the database of an old pipeline and is read-only (${database}).`;
  const advice = `It can be looked at: patchbay status ${ulid}, patchbay events ${ulid}, patchbay patch list --run ${ulid}`;
  throw new PatchbayError('E_WRONG_STATE', message, advice, { run: ulid, database });
}

/** As for runs: a ULID that no old database has is left to the engine. */
export async function findPatch(
  call: Invocation,
  text: string,
): Promise<{ readonly patchId: string } | { readonly patch: LegacyPatch; readonly library: LegacyLibrary }> {
  const { ports, projectDir, dataDir } = call;
  const library = await ports.openLegacy({ projectDir, dataDir });
  const patch = library.findPatch(text);
  if (patch !== null) return { patch, library };
  const patchId = text.toUpperCase();
  if (ULID.test(patchId)) return { patchId };
  const advice =
    'The id of a patch has 26 letters and digits, or is that of an old one; `patchbay patch list` lists them.';
  throw usage(`\`${text}\` is no patch`, advice, { id: text });
}

/** For what needs the ledger and git: of patches of old pipelines there is only what their database says. */
export async function findOwnPatch(call: Invocation, text: string): Promise<string> {
  const found = await findPatch(call, text);
  if ('patchId' in found) return found.patchId;
  const { database } = found.patch;
  const message = `Patch ${text} comes from the database of an old pipeline, and its bytes are not in the ledger (${database}).`;
  const advice = `What is known of it: patchbay patch show ${text}`;
  throw new PatchbayError('E_WRONG_STATE', message, advice, { id: text, database });
}
