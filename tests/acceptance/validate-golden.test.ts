// The real `patchbay validate --json` over all golden documents: exit codes, schemas and problems as they are promised.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goldenDocuments } from '../fakes/golden-documents.ts';
import { type Desk, openDesk } from './patchbay-program.ts';

const GOLDEN = goldenDocuments();
const VALID = GOLDEN.filter(({ valid }) => valid);
const INVALID = GOLDEN.filter(({ valid }) => !valid);

interface Verdict {
  readonly ok: boolean;
  readonly files: readonly {
    readonly file: string;
    readonly schema: string | null;
    readonly ok: boolean;
    readonly problems: readonly { readonly message: string }[];
  }[];
}

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => desk.remove());

it('accepts every valid document with exit code 0, and names its schema', async () => {
  const { answer, json } = await desk.ask<Verdict>(['validate', ...VALID.map(({ path }) => path)]);
  expect(json.files.filter(({ ok }) => !ok)).toEqual([]);
  expect({ code: answer.code, ok: json.ok }).toEqual({ code: 0, ok: true });
  expect(json.files.map(({ schema }) => schema?.replace(/^patchbay\//, '').replace(/\.v1$/, ''))).toEqual(
    VALID.map(({ schema }) => schema),
  );
});

it('refuses every invalid document with exit code 2 and its problems', async () => {
  const { answer, json } = await desk.ask<Verdict>(['validate', ...INVALID.map(({ path }) => path)]);
  expect({ code: answer.code, ok: json.ok }).toEqual({ code: 2, ok: false });
  expect(json.files.map(({ ok }) => ok)).toEqual(INVALID.map(() => false));
  json.files.forEach(({ file, problems: found }, index) => {
    // The program has the router that comes along, which says more than none.
    const problems = found.map((one) => ({
      ...one,
      message: one.message.replace(
        / The rule `\w+` leaves no tool for it: .*$/,
        ' No rule of the router gives it one.',
      ),
    }));
    // The file is named as it was given.
    const expected = INVALID[index]?.expected.map((one) => ({
      ...one,
      message: one.message.replace(/^invalid-\S+/, file),
    }));
    expect(problems, file).toEqual(expected);
  });
});

it('one that is refused among others that are not settles the exit code', async () => {
  const [good, bad] = [VALID[0]?.path ?? '', INVALID[0]?.path ?? ''];
  const { answer, json } = await desk.ask<Verdict>(['validate', good, bad]);
  expect([answer.code, json.ok, ...json.files.map(({ ok }) => ok)]).toEqual([2, false, true, false]);
});

it('a schema can be named, in each of its spellings', async () => {
  const path = VALID.find(({ schema }) => schema === 'doc-meta')?.path ?? '';
  for (const name of ['doc-meta', 'doc-meta.v1', 'schema/doc-meta.v1.json'])
    expect((await desk.run(['validate', '--schema', name, path])).code).toBe(0);
  expect((await desk.run(['validate', '--schema', 'run_event', path])).code).toBe(2);
});
