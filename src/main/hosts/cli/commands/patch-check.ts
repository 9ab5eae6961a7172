// `patchbay patch check`: the validator alone, on a patch from a file or from standard input.
import type { Command } from 'commander';
import { actionOf } from '../../../../shared/domain/action-of.ts';
import type { PatchCheckReport } from '../../../../shared/ipc/patch-check.ts';
import { visibleText } from '../../../../shared/lib/visible-text.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findingText } from '../finding-text.ts';
import { readPatchFile } from '../read-patch-file.ts';
import { readPolicy } from '../read-policy.ts';

interface Given {
  readonly policy?: string;
  readonly base?: string;
}

/** 0 where it would be let on or go to a person, 1 where it would be refused. */
export function addPatchCheck(patch: Command, act: Parameters<AddCommand>[1]): void {
  patch
    .command('check')
    .description('what the validator says of a patch; nothing is run and nothing is kept')
    .argument('<file>', 'a unified diff; - reads standard input')
    .option('--base <rev>', 'commit that it is for (default: the one that is checked out)')
    .option('--policy <file>', "on top of the project's: a file, or one that Patchbay brings along")
    .action(act((call, file: string, given: Given) => check(call, file, given)));
}

async function check(call: Invocation, file: string, { policy, base }: Given): Promise<number> {
  const bytes = await readPatchFile(call, file);
  const params = {
    base64: bytes.toString('base64'),
    ...(base === undefined ? {} : { base }),
    ...(policy === undefined ? {} : { policy: readPolicy(call, policy) }),
  };
  const report = await withSession(call, 'reader', ({ service }) => service.call('patch.check', params));
  call.out.result(report, () => checkText(report));
  return report.ok ? 0 : 1;
}

function checkText({ ok, base, files, findings }: PatchCheckReport): string {
  const asksPerson = findings.some((finding) => actionOf(finding) === 'review');
  const verdict = ok
    ? asksPerson
      ? 'A person would have to look at it.'
      : 'It would be let on.'
    : 'It would be refused.';
  const changes = files.map((file) => {
    const from = file.old_path === null || file.old_path === file.path ? '' : `${file.old_path} → `;
    return `${file.change.padEnd(12)} ${visibleText(`${from}${file.path}`)}  ${file.binary ? 'binary' : `+${file.insertions} -${file.deletions}`}`;
  });
  return [`${verdict} Judged on ${base.slice(0, 10)}.`, ...changes, ...findings.map(findingText)].join('\n');
}
