// SARIF 2.1 → what a checker complains about.
import { type CheckerFinding, fieldOf, listOf, numberOf, readCheckerJson, textOf } from './read-checker-json.ts';
import type { ReportReading } from './report-reading.ts';

export function readSarif(text: string): ReportReading {
  return readCheckerJson(text, (json) => (Array.isArray(fieldOf(json, 'runs')) ? results(json) : null));
}

function* results(json: unknown): Iterable<CheckerFinding> {
  for (const run of listOf(fieldOf(json, 'runs'))) {
    for (const result of listOf(fieldOf(run, 'results'))) {
      const level = fieldOf(result, 'level') ?? 'warning';
      const kind = fieldOf(result, 'kind') ?? 'fail';
      if ((level !== 'error' && level !== 'warning') || kind !== 'fail' || isSuppressed(result)) continue;
      yield { ...finding(run, result), isError: level === 'error' };
    }
  }
}

function isSuppressed(result: unknown): boolean {
  return listOf(fieldOf(result, 'suppressions')).length > 0;
}

function finding(run: unknown, result: unknown) {
  const rule = textOf(fieldOf(result, 'ruleId')) ?? textOf(fieldOf(fieldOf(result, 'rule'), 'id'));
  const physical = fieldOf(listOf(fieldOf(result, 'locations'))[0], 'physicalLocation');
  const artifact = fieldOf(physical, 'artifactLocation');
  const indexed = listOf(fieldOf(run, 'artifacts'))[numberOf(fieldOf(artifact, 'index')) ?? -1];
  const uri = textOf(fieldOf(artifact, 'uri')) ?? textOf(fieldOf(fieldOf(indexed, 'location'), 'uri'));
  return {
    name: rule ?? textOf(fieldOf(fieldOf(fieldOf(run, 'tool'), 'driver'), 'name')) ?? 'finding',
    file: uri === null ? null : decoded(uri),
    line: numberOf(fieldOf(fieldOf(physical, 'region'), 'startLine')),
    message: textOf(fieldOf(fieldOf(result, 'message'), 'text')) ?? '',
  };
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
