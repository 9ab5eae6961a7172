// The real program imports every golden document: the same plan and the same report as in the golden folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './patchbay-program.ts';

const GOLDEN = join(import.meta.dirname, '../golden/import');

interface ImportShape {
  readonly ok: boolean;
  readonly yaml: string | null;
  readonly mapped: unknown;
  readonly dropped: unknown;
  readonly proposals: unknown;
  readonly problems: readonly { readonly needs_person: boolean }[];
}

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterAll(() => desk.remove());

describe('golden documents', () => {
  it.each(readdirSync(GOLDEN))('%s', async (name) => {
    const folder = join(GOLDEN, name);
    const inputs = readdirSync(folder).filter((file) => file.startsWith('input'));
    const args = ['import', ...inputs, '--plan-id', name, ...acceptance(folder)];
    const { answer, json } = await desk.ask<ImportShape>(args, { cwd: folder });
    const { mapped, dropped, proposals } = json;
    const problems = json.problems.map(({ needs_person: needsPerson, ...rest }) => ({ ...rest, needsPerson }));
    const golden: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect({ mapped, dropped, proposals, problems }).toEqual(golden);
    const plan = join(folder, 'plan.yaml');
    expect(json.yaml).toBe(existsSync(plan) ? readFileSync(plan, 'utf8') : null);
    expect(answer.code).toBe(json.ok ? 0 : 2);
  });
});

function acceptance(folder: string): readonly string[] {
  const options = join(folder, 'options.json');
  if (!existsSync(options)) return [];
  const { accept }: { readonly accept: readonly string[] | 'all' } = JSON.parse(readFileSync(options, 'utf8'));
  return accept === 'all' ? ['--accept-inferred'] : accept.flatMap((id) => ['--accept', id]);
}
