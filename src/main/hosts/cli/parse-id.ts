// Ids on the command line, refused before an engine is asked when they cannot be any.
import { InvalidArgumentError } from 'commander';

/** Upper case, as the ledger has it. */
export function runId(text: string): string {
  return parseId(text, 'The id of a run has 26 letters and digits; `patchbay status` lists them.');
}

export function patchId(text: string): string {
  return parseId(text, 'The id of a patch has 26 letters and digits; `patchbay patch list` lists them.');
}

function parseId(text: string, advice: string): string {
  const id = text.toUpperCase();
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) throw new InvalidArgumentError(advice);
  return id;
}
