// The ids of a list of dependencies, whatever the kinds of its edges.
import { asList, asText, field } from '../plan/read-json.ts';

export function dependencyIds(value: unknown): readonly string[] {
  return asList(value).flatMap((one) => asText(one) ?? asText(field(one, 'task')) ?? []);
}
