// Words that older documents and the framework's own prose use for fields and values of UET v1; for advice only.

const FIELDS: Readonly<Record<string, string>> = {
  files_scope: 'resource_scope',
  files_scope_delta: 'resource_scope_delta',
  prompt_id: 'prompt_instance_id',
  VALIDATION_RULES: 'VALIDATION',
  timestamp: 'ts',
  event_type: 'kind',
  finished_at: 'ended_at',
  status: 'state',
  max_files_per_patch: 'max_files_changed',
  forbidden_patterns: 'forbid_touching_paths',
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  low: ['simple'],
  medium: ['moderate', 'normal'],
  urgent: ['critical'],
  succeeded: ['completed'],
  failed: ['error'],
  completed: ['succeeded'],
  artifacts_generated: ['ready'],
};

/** Null where none of `known` is meant. */
export function otherField(name: string, known: readonly string[]): string | null {
  const word = FIELDS[name];
  return word !== undefined && known.includes(word) ? word : null;
}

export function otherValue(value: string, known: readonly string[]): string | null {
  return VALUES[value]?.find((word) => known.includes(word)) ?? null;
}
