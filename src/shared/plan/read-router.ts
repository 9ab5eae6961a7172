// A `router_config.v1` → rules and apps, with what is wrong with it beyond its form.
import { LIMITS } from '../domain/limits.ts';
import { ROUTING_STRATEGIES, type RoutingStrategy } from '../domain/routing.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import { escapePointer } from '../uet/json-pointer.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import { asBoolean, asList, asNumber, asRecord, asText, asTexts, field, type JsonRecord } from './read-json.ts';

export interface RouterApp {
  readonly name: string;
  readonly kind: 'tool' | 'validator' | 'analyzer';
  /** The words of `command`, and `args` after them. */
  readonly argv: readonly string[];
  /** True where `args` says how it is called: only then it is more than a program's name. */
  readonly hasArguments: boolean;
  readonly taskKinds: readonly string[] | null;
  readonly domains: readonly string[] | null;
  readonly maxParallel: number | null;
  readonly timeoutMs: number | null;
}

export interface RouterRule {
  readonly id: string;
  readonly taskKinds: readonly string[] | null;
  readonly riskTiers: readonly string[] | null;
  readonly complexity: string | null;
  /** Null: every app that does work. */
  readonly selectFrom: readonly string[] | null;
  readonly fallbackTo: readonly string[];
  readonly strategy: RoutingStrategy | null;
  readonly validateWith: readonly string[];
  /** True: a task without a tool by this rule is refused; otherwise the next rule is asked. False: its validators only warn. */
  readonly required: boolean | null;
}

export interface RouterConfig {
  readonly apps: ReadonlyMap<string, RouterApp>;
  readonly rules: readonly RouterRule[];
  readonly maxAttempts: number | null;
  readonly timeoutMs: number | null;
  readonly strategy: RoutingStrategy | null;
}

export interface RouterReading {
  readonly config: RouterConfig;
  readonly findings: readonly Finding[];
}

/** `declared` are the tools of the project, which rules may name too. Faults of form are the schema's. */
export function readRouter(document: unknown, declared: ReadonlySet<string>): RouterReading {
  const apps = new Map(
    Object.entries(asRecord(field(document, 'apps')) ?? {}).flatMap(([name, item]) => {
      const raw = asRecord(item);
      return raw === null ? [] : [[name, readApp(name, raw)] as const];
    }),
  );
  const items = asList(field(field(document, 'routing'), 'rules'));
  const rules = items.flatMap((item) => {
    const raw = asRecord(item);
    return raw === null ? [] : [readRule(raw)];
  });
  const defaults = field(document, 'defaults');
  const config: RouterConfig = {
    apps,
    rules,
    maxAttempts: positive(field(defaults, 'max_attempts')),
    timeoutMs: seconds(field(defaults, 'timeout_seconds')),
    strategy: strategyOf(field(defaults, 'strategy')),
  };
  const findings = [
    ...checkRules(items, config, declared),
    ...checkNumbers(document, config),
    ...checkDefaults(defaults),
  ];
  return { config, findings };
}

function readApp(name: string, raw: JsonRecord): RouterApp {
  const kind = asText(raw['kind']);
  const args = asTexts(raw['args']);
  const can = raw['capabilities'];
  return {
    name,
    kind: kind === 'validator' || kind === 'analyzer' ? kind : 'tool',
    argv: [...(asText(raw['command']) ?? '').split(/\s+/).filter((word) => word !== ''), ...(args ?? [])],
    hasArguments: args !== null,
    taskKinds: asTexts(field(can, 'task_kinds')),
    domains: asTexts(field(can, 'domains')),
    maxParallel: positive(field(raw['limits'], 'max_parallel')),
    timeoutMs: seconds(field(raw['limits'], 'timeout_seconds')),
  };
}

function readRule(raw: JsonRecord): RouterRule {
  const match = raw['match'];
  return {
    id: asText(raw['id']) ?? '',
    taskKinds: asTexts(field(match, 'task_kind')),
    riskTiers: asTexts(field(match, 'risk_tier')),
    complexity: asText(field(match, 'complexity')),
    selectFrom: asTexts(raw['select_from']),
    fallbackTo: asTexts(raw['fallback_to']) ?? [],
    strategy: strategyOf(raw['strategy']),
    validateWith: asTexts(raw['validate_with']) ?? [],
    required: asBoolean(raw['required']),
  };
}

function strategyOf(value: unknown): RoutingStrategy | null {
  return ROUTING_STRATEGIES.find((one) => one === value) ?? null;
}

function positive(value: unknown): number | null {
  return Number.isInteger(value) && (asNumber(value) ?? 0) > 0 ? asNumber(value) : null;
}

function seconds(value: unknown): number | null {
  const whole = positive(value);
  return whole === null ? null : whole * 1000;
}

const RULES = '/routing/rules';

function checkRules(items: readonly unknown[], config: RouterConfig, declared: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const id = asText(field(item, 'id')) ?? String(index);
    if (seen.has(id)) {
      const words = { message: `The rule \`${id}\` stands twice.`, advice: 'Give each rule a name of its own.' };
      findings.push(errorFinding('E_DUPLICATE_ID', { path: `${RULES}/${index}/id`, ...words }));
    }
    seen.add(id);
    for (const key of ['select_from', 'fallback_to', 'validate_with']) {
      asList(field(item, key)).forEach((name, place) => {
        const fault = nameFault(name, { key, id, config, declared });
        if (fault !== null) findings.push({ ...fault, path: `${RULES}/${index}/${key}/${place}` });
      });
    }
  });
  if (items.length > LIMITS.routerRules) {
    const message = `There are ${items.length} rules; at most ${LIMITS.routerRules} can be used.`;
    findings.push(errorFinding('E_SCHEMA', { path: RULES, message, advice: 'Join rules that choose the same tools.' }));
  }
  return findings;
}

interface Mention {
  readonly key: string;
  readonly id: string;
  readonly config: RouterConfig;
  readonly declared: ReadonlySet<string>;
}

/** A name that is no tool is a fault; a tool of the wrong sort is only left out. */
function nameFault(name: unknown, { key, id, config, declared }: Mention): Finding | null {
  if (typeof name !== 'string') return null;
  const app = config.apps.get(name);
  if (app === undefined) {
    if (declared.has(name) && key !== 'validate_with') return null;
    const known = [...config.apps.keys(), ...declared];
    return errorFinding('E_UNKNOWN_TOOL', {
      path: '',
      message: `The rule \`${id}\` names \`${name}\`, which is no app of this file.`,
      advice: `Add it to \`apps\`, or name one that is there: ${known.slice(0, 10).join(', ') || 'there is none yet'}.${didYouMean(name, known)}`,
    });
  }
  const isWork = key !== 'validate_with';
  if (isWork === (app.kind === 'tool') || (!isWork && app.kind !== 'tool')) return null;
  return warningFinding('E_UNKNOWN_TOOL', {
    path: '',
    message: `The rule \`${id}\` names \`${name}\` in \`${key}\`, but that is of the kind \`${app.kind}\`; it is left out.`,
    advice: isWork ? 'Name apps of the kind `tool`.' : 'Name apps of the kind `validator` or `analyzer`.',
  });
}

/** The schema of v1 asks only for whole numbers. */
function checkNumbers(document: unknown, { apps }: RouterConfig): Finding[] {
  const places = [
    ...[...apps.keys()].flatMap((name) =>
      ['max_parallel', 'timeout_seconds'].map((key) => ({
        path: `/apps/${escapePointer(name)}/limits/${key}`,
        value: field(field(field(field(document, 'apps'), name), 'limits'), key),
      })),
    ),
    ...['max_attempts', 'timeout_seconds'].map((key) => ({
      path: `/defaults/${key}`,
      value: field(field(document, 'defaults'), key),
    })),
  ];
  return places.flatMap(({ path, value }) => {
    if (typeof value !== 'number' || value >= 1) return [];
    return errorFinding('E_SCHEMA', {
      path,
      message: `\`${path.split('/').at(-1)}\` is ${value}, and nothing could ever run.`,
      advice: 'Write a whole number from 1, or remove it.',
    });
  });
}

function checkDefaults(defaults: unknown): Finding[] {
  const word = asText(field(defaults, 'strategy'));
  if (word === null || strategyOf(word) !== null) return [];
  return [
    errorFinding('E_SCHEMA', {
      path: '/defaults/strategy',
      message: `\`strategy\` is \`${word}\`.`,
      advice: `Use one of: ${ROUTING_STRATEGIES.join(', ')}.`,
    }),
  ];
}
