// Nothing is lost in silence and nothing throws: golden documents with fields added, values replaced, parts cut out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importPlan } from '../../../../src/shared/exchange/import-plan.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import { parseDocuments } from '../../../../src/shared/plan/parse-documents.ts';

const GOLDEN = join(import.meta.dirname, '../../../golden/import');

/** Documents of each golden input that can be read. */
const inputs: readonly (readonly unknown[])[] = readdirSync(GOLDEN).flatMap((name) =>
  ['input.yaml', 'input.json']
    .map((file) => join(GOLDEN, name, file))
    .filter(existsSync)
    .map((file) =>
      parseDocuments(readFileSync(file, 'utf8')).flatMap(({ value }) => (value === undefined ? [] : [value])),
    ),
);

type Container = Record<string, unknown> | unknown[];

/** Every group and list in a value. */
function containers(value: unknown): readonly Container[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Container; // an object that is no null is one or the other
  return [own, ...Object.values(own).flatMap(containers)];
}

const anyInput = fc.constantFrom(...inputs);

function run(documents: readonly unknown[]) {
  const files = documents.map((document, index) => ({ file: `${index}.json`, text: JSON.stringify(document) }));
  return importPlan({ files, planId: 'p', accept: 'all' });
}

it('a field nobody knows is in the plan or in the report, with its value, wherever it stands', () => {
  const silent = inputs.flatMap((documents) => {
    const count = containers(documents).length;
    return Array.from({ length: count }, (_, index) => silentAbout(documents, index)).flatMap((one) => one ?? []);
  });
  expect(silent).toEqual([]);
});

/** The names of the fields beside one that was added and is nowhere afterwards; null where all is well. */
function silentAbout(documents: readonly unknown[], index: number): string | null {
  const copy = structuredClone(documents);
  const group = containers(copy)[index];
  if (group === undefined || Array.isArray(group)) return null;
  const beside = Object.keys(group).join();
  Object.assign(group, { zz_unknown: 'marker-4711' });
  const { plan, text, dropped } = run(copy);
  if (plan === null) return null;
  return `${text}${JSON.stringify(dropped)}`.includes('marker-4711') ? null : beside;
}

/** Each with what has to be found of it. */
const STRANGERS = [
  ['marker-4711', 'marker-4711'],
  [4711.25, '4711.25'],
  [['marker-4711'], 'marker-4711'],
  [{ zz_unknown: 'marker-4711' }, 'marker-4711'],
] as const;

it('a value of another form in any place is in the plan or in the report', () => {
  // One of the four at each place, by turns: all of them everywhere take minutes and find no more.
  let turn = 0;
  const silent = inputs.flatMap((documents) =>
    containers(documents).flatMap((group, index) =>
      Object.keys(group).flatMap((key) => {
        turn += 1;
        const [value, mark] = STRANGERS[turn % STRANGERS.length] ?? STRANGERS[0];
        const copy = structuredClone(documents);
        Reflect.set(containers(copy)[index] ?? {}, key, value);
        const { plan, mapped, dropped, problems } = run(copy);
        const isSaid = plan === null || JSON.stringify([plan, mapped, dropped, problems]).includes(mark);
        return isSaid ? [] : [`${JSON.stringify(group).slice(0, 200)} → ${key}: ${JSON.stringify(value)}`];
      }),
    ),
  );
  expect(silent).toEqual([]);
});

it('each text of a golden document is in the plan or in the report', () => {
  const silent = inputs.flatMap((documents) => {
    const { plan, mapped, dropped } = run(documents);
    if (plan === null) return [];
    const known = JSON.stringify([plan, mapped, dropped]);
    return textsIn(documents).filter((text) => !known.includes(text) && !said(known, text));
  });
  expect(silent).toEqual([]);
});

/** As JSON has them, without the quotes. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [JSON.stringify(value).slice(1, -1)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A note quotes words and paths; inside of JSON a backslash is doubled once more. */
function said(known: string, text: string): boolean {
  return known.includes(text.replaceAll('\\', '\\\\'));
}

const anyJson = fc.jsonValue({ maxDepth: 2 });

it('whatever stands in a document, the import answers, and a plan it gives can be loaded', () => {
  fc.assert(
    fc.property(
      anyInput,
      fc.array(fc.tuple(fc.nat(), fc.nat(), anyJson), { minLength: 1, maxLength: 4 }),
      (given, changes) => {
        const documents = structuredClone(given);
        for (const [where, which, value] of changes) {
          const all = containers(documents);
          const target = all[where % all.length];
          const keys = Object.keys(target ?? {});
          const key = keys[which % Math.max(1, keys.length)];
          if (target !== undefined && key !== undefined) Reflect.set(target, key, value);
        }
        const result = run(documents);
        if (result.plan === null) expect(result.problems.some((one) => one.severity === 'error')).toBe(true);
        else expect(loadPlan({ text: result.text ?? '', file: 'p' }).plan).not.toBeNull();
        for (const one of result.problems) expect(one.message.length * one.advice.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 100 },
  );
});

it('any text at all is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const result = importPlan({ files: [{ file: 'x', text }], planId: 'p', accept: [] });
      expect(result.plan).toBeNull();
      expect(result.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
});
