// `patchbay validate`: checks plans and any UET v1 document; needs no repository.

import { type ValidatedDocument, validateDocument } from '../../../../shared/plan/validate-document.ts';
import { readDocument } from '../../../projects/read-document.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { findInput } from '../find-input.ts';
import { nearbyPatches, nearbyPolicies, nearbyRouter, nearbySettings } from '../nearby-settings.ts';
import { problemDocument, problemLines } from '../problem-lines.ts';

export const addValidate: AddCommand = (program, act) => {
  program
    .command('validate')
    .description('check plans and other UET v1 documents')
    .argument('<file...>', 'files to check')
    .option('--schema <name>', 'in place of the one that is recognised')
    .action(
      act((call, files: readonly string[], { schema }: { readonly schema?: string }) => validate(call, files, schema)),
    );
};

async function validate(call: Invocation, files: readonly string[], schema: string | undefined): Promise<number> {
  const checked = files.map((file) => ({ file, ...check(call, file, schema) }));
  const ok = checked.every((document) => document.ok);
  const documents = checked.map(({ problems, ...rest }) => ({ ...rest, problems: problems.map(problemDocument) }));
  call.out.result({ ok, files: documents }, () => checked.map(text).join('\n'));
  return ok ? 0 : 2;
}

function check({ ports, projectDir }: Invocation, file: string, schema: string | undefined): ValidatedDocument {
  const input = readDocument(findInput({ ports, projectDir }, file));
  if ('problem' in input) return { schema: schema ?? null, ok: false, problems: [input.problem] };
  const { settings } = nearbySettings(projectDir);
  const named = schema === undefined ? {} : { schema };
  const policies = nearbyPolicies(projectDir, ports.appRoot);
  const router = nearbyRouter(projectDir, ports.appRoot, settings);
  return validateDocument({
    text: input.text,
    file,
    policies,
    patches: nearbyPatches(projectDir),
    router,
    ...named,
    ...(settings ? { project: settings } : {}),
  });
}

function text({ file, schema, ok, problems }: ValidatedDocument & { readonly file: string }): string {
  const head = ok
    ? `${file}: ok (${schema})`
    : `${file}: ${problems.length} problem${problems.length === 1 ? '' : 's'}`;
  return problems.length > 0 ? `${problemLines(problems, file)}\n${head}` : head;
}
