// An existing PROJECT_PROFILE of the framework → our settings, with what became of every field.
import type { Problem } from '../../../shared/lib/errors.ts';
import { parsePlan, placeFaults } from '../../../shared/plan/parse-plan.ts';
import { asBoolean, asNumber, asRecord, asText, asTexts, field } from '../../../shared/plan/read-json.ts';
import type { Fault } from '../../../shared/uet/schema-faults.ts';
import { DOMAINS, type Domain } from '../discovery/evidence.ts';

/** The places where the old pipeline keeps it, the first that is there. */
export const PROFILE_FILES = ['PROJECT_PROFILE.yaml', 'PROJECT_PROFILE.yml', 'PROJECT_PROFILE.json'];

export interface MappedField {
  readonly from: string;
  /** Field of patchbay.yaml. */
  readonly to: string;
  readonly value: unknown;
}

export interface DroppedField {
  readonly from: string;
  readonly reason: string;
}

export interface LegacySettings {
  readonly projectId: string | null;
  readonly name: string | null;
  readonly domain: Domain | null;
  readonly profileId: string | null;
  readonly maxLinesChanged: number | null;
  readonly maxFilesChanged: number | null;
  /** As they stand there, where they are paths; bare names as globs for a file or folder anywhere. */
  readonly forbidPaths: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

export interface ProjectProfileReading {
  readonly settings: LegacySettings;
  readonly mapped: readonly MappedField[];
  readonly dropped: readonly DroppedField[];
  /** Errors: the file cannot be used as it is. */
  readonly problems: readonly Problem[];
}

/** Fields that have no place here, and why. */
const DROPPED: Readonly<Record<string, string>> = {
  project_root: 'the project is the repository that the file lies in',
  profile_version: 'profiles come with Patchbay, in its version',
  resource_types: 'git knows the files; what may be changed stands in the scopes of plans',
  available_tools: 'tools are named by tasks; checks became gates, found anew',
  framework_paths: "Patchbay keeps its records outside of the repository, in the app's data folder",
  framework_version: 'a fact about the other system',
  'constraints.patch_only': 'every patch goes through the ledger; direct edits are the flag patch_mode',
  'constraints.tests_must_pass': 'gates are required unless patchbay.yaml says otherwise',
  'constraints.ascii_only': 'not enforced by this version',
  'constraints.require_issue_ref':
    'it would refuse every plan whose tasks name no issue: add it to policy when they do',
};

/** Header of documents in the framework (doc-meta.v1). */
const HEADER =
  /^(?:meta_version|doc_ulid|doc_id|doc_type|doc_layer|title|summary|version|status|schema_ref|created_at|updated_at|author_type|owner|security_tier|module_id|spec_refs|tags|patch_policy|max_line_length|last_validated_at|checksum)$/;

/** YAML or JSON. Reads v1 documents and what the old pipeline added to them: `execution`, a header, tools as plain names. */
export function readProjectProfile(text: string): ProjectProfileReading {
  const parsed = parsePlan(text);
  const document = asRecord(parsed.value);
  const faults: Fault[] = [];
  if (parsed.problems.length === 0 && document === null) {
    faults.push(wrong('', 'The file holds no group of fields.', 'Write a project_profile.v1, or remove the file.'));
  }
  const reader = fieldReader(parsed.value, faults);
  const settings = readSettings(reader);
  const dropped = Object.entries(flatten(document ?? {}))
    .filter(
      ([from]) => !reader.mapped.some((one) => one.from === from) && !faults.some((one) => one.path === pointer(from)),
    )
    .map(([from]) => ({ from, reason: reasonFor(from) }));
  return { settings, mapped: reader.mapped, dropped, problems: [...parsed.problems, ...placeFaults(parsed, faults)] };
}

interface FieldReader {
  readonly mapped: readonly MappedField[];
  /** Null where the field is missing; where it has the wrong form, a fault is noted. */
  read<T>(from: string, to: string, form: Form<T>): T | null;
}

interface Form<T> {
  readonly words: string;
  take(value: unknown): T | null;
}

function fieldReader(document: unknown, faults: Fault[]): FieldReader {
  const mapped: MappedField[] = [];
  return {
    mapped,
    read(from, to, form) {
      const value = from.split('.').reduce<unknown>((at, name) => field(at, name), document);
      if (value === undefined || value === null) return null;
      const taken = form.take(value);
      if (taken === null) {
        const shown = JSON.stringify(value)?.slice(0, 60) ?? String(value);
        faults.push(wrong(pointer(from), `\`${from}\` is ${shown}.`, `Write ${form.words}, or remove it.`));
      } else if (!Array.isArray(taken) || taken.length > 0) mapped.push({ from, to, value: taken });
      return taken;
    },
  };
}

const TEXT: Form<string> = { words: 'a text', take: (value) => asText(value)?.trim() || null };
const BOOLEAN: Form<boolean> = { words: 'true or false', take: asBoolean };
const COUNT: Form<number> = {
  words: 'a whole number above 0',
  take: (value) => (Number.isInteger(value) && (asNumber(value) ?? 0) > 0 ? asNumber(value) : null),
};
const DOMAIN: Form<Domain> = {
  words: `one of: ${DOMAINS.join(', ')}`,
  take: (value) => DOMAINS.find((one) => one === value) ?? null,
};
/** The old pipeline also wrote `parallel` for what is a dag. */
const STRATEGY: Form<string> = {
  words: '`sequential` or `dag`',
  take: (value) => ({ sequential: 'sequential', dag: 'dag', parallel: 'dag' })[String(value)] ?? null,
};

/** What the resource types exclude, of all of them; null where none excludes anything. */
const EXCLUSIONS: Form<readonly string[]> = {
  words: 'groups of fields by name, each with a list `exclusions`',
  take: (value) => {
    const types = asRecord(value);
    if (types === null) return null;
    const paths = Object.values(types).flatMap((type) => asTexts(field(type, 'exclusions')) ?? []);
    return [...new Set(paths.flatMap(anywhere))];
  },
};

/** A bare name excludes every file and folder of that name. */
function anywhere(path: string): readonly string[] {
  return /[\\/*?[\]{}]/.test(path) ? [path] : [`**/${path}`, `**/${path}/**`];
}

function readSettings({ read }: FieldReader): LegacySettings {
  const either = <T>(names: readonly string[], to: string, form: Form<T>) =>
    names.map((name) => read(name, to, form)).find((value) => value !== null) ?? null;
  return {
    projectId: read('project_id', 'project_id', TEXT),
    name: read('project_name', 'name', TEXT),
    domain: read('domain', 'domain', DOMAIN),
    profileId: read('profile_id', 'profile_id', TEXT),
    maxLinesChanged: read('constraints.max_lines_changed', 'policy.max_lines_changed', COUNT),
    maxFilesChanged: read('constraints.max_files_changed', 'policy.max_files_changed', COUNT),
    forbidPaths: read('resource_types', 'policy.forbid_paths', EXCLUSIONS) ?? [],
    flags: withoutNulls({
      // The brief writes the flags below `execution`; one of its places has patch_mode at the top.
      patch_mode: either(['execution.patch_mode', 'patch_mode'], 'flags.patch_mode', BOOLEAN),
      parallel_strategy: either(
        ['execution.parallel_strategy', 'parallel_strategy'],
        'flags.parallel_strategy',
        STRATEGY,
      ),
      ulid_enabled: either(['execution.ulid_enabled', 'ulid_enabled'], 'flags.ulid_enabled', BOOLEAN),
    }),
  };
}

function withoutNulls(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

/** `constraints` and `execution` field by field, everything else by its first name. */
function flatten(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => {
      const inner = name === 'constraints' || name === 'execution' ? asRecord(value) : null;
      return inner === null ? [[name, value]] : Object.entries(inner).map(([key, one]) => [`${name}.${key}`, one]);
    }),
  );
}

function reasonFor(from: string): string {
  if (HEADER.test(from)) return 'header of a document of the framework';
  return DROPPED[from] ?? 'Patchbay has no such setting';
}

function pointer(from: string): string {
  return from === '' ? '' : `/${from.replaceAll('.', '/')}`;
}

function wrong(path: string, message: string, advice: string): Fault {
  return { code: 'E_SCHEMA', severity: 'error', path, message, advice };
}
