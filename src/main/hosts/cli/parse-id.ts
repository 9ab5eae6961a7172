// Ids on the command line, refused before an engine is asked when they cannot be any.
import { InvalidArgumentError } from 'commander';

/** Upper case, as the ledger has it. */
export function patchId(text: string): string {
  const id = text.toUpperCase();
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))
    throw new InvalidArgumentError('The id of a patch has 26 letters and digits; `patchbay patch list` lists them.');
  return id;
}
