// The tool a document names, in the spelling of a plan; what a plan cannot name is left out and asked about.
import { KNOWN_TOOLS } from '../plan/known-tools.ts';
import type { FieldReading } from './read-fields.ts';
import { TOOLS, wordFor } from './v1-words.ts';

/** Null where the field was left out. Of a list in order of preference the first tool counts. */
export function knownTool({ value, from, trace }: FieldReading): string | null {
  const named: unknown = Array.isArray(value) ? value[0] : value;
  const tool = wordFor(TOOLS, named) ?? named;
  const known = KNOWN_TOOLS.find((one) => one === tool);
  if (known === undefined) {
    trace.drop(from, value, 'It is no tool that a plan can name.');
    const advice = `Name one of ${KNOWN_TOOLS.join(', ')} in the plan, or run it with \`--tool NAME\`.`;
    trace.ask(from, `The tool \`${String(named)}\` is not known here.`, advice);
    return null;
  }
  if (Array.isArray(value) && value.length > 1)
    trace.drop(from, value.slice(1), `\`${known}\` comes first; a task names one tool.`);
  return known;
}
