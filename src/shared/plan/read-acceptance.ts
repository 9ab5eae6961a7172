// The group `acceptance` of a level → its checks, with everything that is wrong with them.
import { CHECK_TYPES, type CheckType } from '../domain/acceptance.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Severity } from '../domain/patch.ts';
import { parseCondition } from '../lib/condition.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import { FACT_TYPES } from './acceptance-facts.ts';
import { blockingFinding, errorFinding, type Finding, warningFinding } from './finding.ts';
import { ruleTypes } from './judge-acceptance.ts';
import type { Acceptance, AcceptanceCheck, CheckWork, GateDefinition } from './plan.ts';
import {
  asBoolean,
  asList,
  asNumber,
  asRecord,
  asText,
  asTextRecord,
  asTexts,
  field,
  type JsonRecord,
} from './read-json.ts';
import { meantGlob } from './read-policy-fields.ts';

/** Names that the framework's prose has for ours. */
const OTHER_TYPES: Readonly<Record<string, CheckType>> = { test_command: 'command', custom_hook: 'custom' };
const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

export interface AcceptanceOptions {
  /** Commands of the project by the name that a custom check calls them. */
  readonly hooks: ReadonlyMap<string, GateDefinition>;
  /** In a document of UET v1, which leaves these fields open, a fault only keeps it from being run. */
  readonly isForeign: boolean;
}

export interface AcceptanceReading {
  /** Null where nothing has to be checked. */
  readonly acceptance: Acceptance | null;
  readonly findings: readonly Finding[];
}

export function readAcceptance(value: unknown, pointer: string, options: AcceptanceOptions): AcceptanceReading {
  if (value === undefined) return { acceptance: null, findings: [] };
  const findings: Finding[] = [];
  const reading: Reading = { ...options, findings };
  const raws = asList(field(value, 'checks'));
  if (raws.length > LIMITS.acceptanceChecks) {
    const message = `There are ${raws.length} checks; ${LIMITS.acceptanceChecks} are allowed.`;
    fault(reading, `${pointer}/checks`, { message, advice: 'Put several into one command.' });
  }
  const checks = raws.slice(0, LIMITS.acceptanceChecks).flatMap((raw, index) => {
    return readCheck(asRecord(raw) ?? {}, `${pointer}/checks/${index}`, reading) ?? [];
  });
  reportDuplicates(checks, pointer, reading);
  if (asList(field(value, 'post_actions')).length > 0) findings.push(unusedActions(`${pointer}/post_actions`));
  const mode = readMode(value);
  const rule = asText(field(value, 'rule'));
  checkMode({ mode, rule, checks, pointer, declared: raws.length }, reading);
  const plain = checks.map(({ check }) => check);
  return {
    acceptance: plain.length === 0 ? null : { mode, rule: mode === 'custom' ? rule : null, checks: plain },
    findings,
  };
}

interface Reading extends AcceptanceOptions {
  readonly findings: Finding[];
}

interface ReadCheck {
  readonly check: AcceptanceCheck;
  readonly pointer: string;
}

function fault({ findings, isForeign }: Reading, path: string, words: { message: string; advice: string }): void {
  const make = isForeign ? blockingFinding : errorFinding;
  findings.push(make('E_SCHEMA', { path, ...words }));
}

function readMode(value: unknown): Acceptance['mode'] {
  const mode = asText(field(value, 'mode'));
  return mode === 'any' || mode === 'custom' ? mode : 'all';
}

/** Null where it cannot be carried out; the reason is reported, or is the schema's to report. */
function readCheck(raw: JsonRecord, pointer: string, reading: Reading): ReadCheck | null {
  const checkId = asText(raw['id']);
  const word = asText(raw['type']);
  if (checkId === null || checkId === '' || word === null) return null;
  const type = OTHER_TYPES[word] ?? CHECK_TYPES.find((one) => one === word);
  if (type === undefined) {
    const advice = `Use one of: ${CHECK_TYPES.join(', ')}.${didYouMean(word, CHECK_TYPES)}`;
    fault(reading, `${pointer}/type`, { message: `There is no type of check \`${word}\`.`, advice });
    return null;
  }
  const severity = asText(raw['severity']) ?? 'error';
  if (!SEVERITIES.some((one) => one === severity)) {
    const message = `There is no severity \`${severity}\`.`;
    fault(reading, `${pointer}/severity`, { message, advice: `Use one of: ${SEVERITIES.join(', ')}.` });
  }
  const work = readWork({ type, checkId, raw, pointer }, reading);
  if (work === null) return null;
  const check: AcceptanceCheck = {
    checkId,
    type,
    description: asText(raw['description']) ?? '',
    required: asBoolean(raw['required']) ?? true,
    severity: SEVERITIES.find((one) => one === severity) ?? 'error',
    work,
  };
  return { check, pointer };
}

interface RawCheck {
  readonly type: CheckType;
  readonly checkId: string;
  readonly raw: JsonRecord;
  readonly pointer: string;
}

function readWork(check: RawCheck, reading: Reading): CheckWork | null {
  switch (check.type) {
    case 'command':
      return readCommand(check, reading);
    case 'patch_state':
    case 'run_state':
      return readConditionOf(check, reading);
    case 'file_presence':
      return readFiles(check, reading);
    case 'custom':
      return readHook(check, reading);
  }
}

/** One text is a line for the shell, as v1 has it; a list is a program and its arguments. */
function readCommand({ checkId, raw, pointer }: RawCheck, reading: Reading): CheckWork | null {
  const line = asText(raw['command']);
  const argv = line === null ? (asTexts(raw['command']) ?? []) : [line];
  if (argv.every((part) => part.trim() === '')) {
    const advice = 'Add `command`: a list of program and arguments, or one line for the shell.';
    fault(reading, pointer, { message: `The check \`${checkId}\` has no command.`, advice });
    return null;
  }
  return { kind: 'command', command: readDefinition(checkId, raw, { argv, shell: line !== null }) };
}

/** A command in the form of a gate, so that it runs as one. */
export function readDefinition(
  id: string,
  raw: JsonRecord,
  { argv, shell }: { readonly argv: readonly string[]; readonly shell: boolean },
): GateDefinition {
  return {
    gateId: id,
    kind: 'acceptance',
    argv,
    shell,
    after: [],
    required: true,
    timeoutMs: (asNumber(raw['timeout_seconds']) ?? LIMITS.gateTimeoutMs / 1000) * 1000,
    expectedExit: asNumber(raw['expected_exit']) ?? 0,
    env: asTextRecord(raw['env']),
  };
}

function readConditionOf({ checkId, raw, pointer, type }: RawCheck, reading: Reading): CheckWork | null {
  const condition = asText(raw['condition']);
  if (condition === null) {
    const example = type === 'patch_state' ? 'count_quarantined_patches == 0' : 'failed_tasks == 0';
    const message = `The check \`${checkId}\` has no condition.`;
    fault(reading, pointer, { message, advice: `Add \`condition\`, such as \`${example}\`.` });
    return null;
  }
  const parsed = parseCondition(condition, FACT_TYPES);
  if ('condition' in parsed) return { kind: 'condition', condition };
  reportCondition(parsed.fault, `${pointer}/condition`, reading);
  return null;
}

function readFiles({ checkId, raw, pointer }: RawCheck, reading: Reading): CheckWork | null {
  const text = asText(raw['path_glob']);
  const globs = text === null ? (asTexts(raw['path_glob']) ?? []) : [text];
  if (globs.length === 0) {
    const message = `The check \`${checkId}\` names no files.`;
    fault(reading, pointer, { message, advice: 'Add `path_glob`, such as `docs/**/*.md`.' });
    return null;
  }
  const meant = globs.flatMap((glob) => meantGlob(glob, `${pointer}/path_glob`, reading.findings) ?? []);
  return meant.length === 0 ? null : { kind: 'files', globs: meant };
}

function readHook({ checkId, raw, pointer }: RawCheck, reading: Reading): CheckWork | null {
  const name = asText(raw['hook']);
  const hook = name === null ? undefined : reading.hooks.get(name);
  if (hook !== undefined) return { kind: 'command', command: hook };
  const known = [...reading.hooks.keys()];
  const advice =
    known.length === 0
      ? 'Define it in patchbay.yaml: `hooks: { name: { command: [...] } }`.'
      : `Use one of: ${known.join(', ')}.${didYouMean(name ?? '', known)}`;
  const message = name === null ? `The check \`${checkId}\` names no hook.` : `The project has no hook \`${name}\`.`;
  fault(reading, name === null ? pointer : `${pointer}/hook`, { message, advice });
  return null;
}

interface ModeFacts {
  readonly mode: Acceptance['mode'];
  readonly rule: string | null;
  readonly checks: readonly ReadCheck[];
  readonly pointer: string;
  /** How many checks the document has, faulty ones included. */
  readonly declared: number;
}

function checkMode({ mode, rule, checks, pointer, declared }: ModeFacts, reading: Reading): void {
  if (mode !== 'all' && declared === 0) {
    const message = `The mode \`${mode}\` needs a check, and there is none.`;
    fault(reading, `${pointer}/mode`, { message, advice: 'Add a check, or leave `acceptance` out.' });
  }
  if (mode === 'custom' && rule === null) {
    const message = 'The mode `custom` has no rule.';
    fault(reading, pointer, {
      message,
      advice: 'Add `rule`: a condition over ids of checks, such as `unit and (lint or docs)`.',
    });
  }
  if (mode !== 'custom' && rule !== null) {
    const message = `A \`rule\` has no effect in the mode \`${mode}\`.`;
    fault(reading, `${pointer}/rule`, { message, advice: 'Write `mode: custom`, or remove the rule.' });
  }
  // A rule over checks that are faulty themselves would only repeat their faults.
  if (mode !== 'custom' || rule === null || checks.length < declared) return;
  const parsed = parseCondition(rule, ruleTypes(checks.map((one) => one.check)));
  if ('fault' in parsed) reportCondition(parsed.fault, `${pointer}/rule`, reading);
}

function reportCondition(
  { column, message, advice }: { readonly column: number; readonly message: string; readonly advice: string },
  path: string,
  reading: Reading,
): void {
  fault(reading, path, { message: `The condition is wrong at column ${column}: ${message}`, advice });
}

function reportDuplicates(checks: readonly ReadCheck[], pointer: string, { findings }: Reading): void {
  const seen = new Set<string>();
  for (const { check, pointer: at } of checks) {
    if (seen.has(check.checkId)) {
      const message = `The check id \`${check.checkId}\` is used twice below ${pointer}.`;
      findings.push(
        errorFinding('E_DUPLICATE_ID', { path: `${at}/id`, message, advice: 'Give each check an id of its own.' }),
      );
    }
    seen.add(check.checkId);
  }
}

function unusedActions(path: string): Finding {
  return warningFinding('E_PLAN_CONSISTENCY', {
    path,
    message: '`post_actions` are not carried out by this version.',
    advice: 'Nothing has to be changed; do by hand what they say.',
  });
}
