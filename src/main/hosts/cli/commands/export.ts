// `patchbay export`: a run or a plan as files, for other programs of the UET family or for an audit.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { exportPlanFile } from '../export/export-plan-file.ts';
import { type ExportAnswer, exportRun } from '../export/export-run.ts';
import { freeName } from '../export/new-folder.ts';
import { findInput } from '../find-input.ts';
import { findRun } from '../find-run.ts';
import { exportLegacyRun } from '../legacy/export-legacy-run.ts';
import { table } from '../output.ts';
import { usage } from '../report-error.ts';

interface Given {
  readonly uet?: boolean;
  readonly audit?: boolean;
  readonly out?: string;
}

const INTERRUPTED = 130;

export const addExport: AddCommand = (program, act) => {
  program
    .command('export')
    .description('write a run or a plan as files into a new folder: log and patches of a run, or UET v1 documents')
    .argument('<run-or-plan>', 'id of the run, or file of the plan (always exported as UET v1 documents)')
    .option('--uet', 'pure UET v1 documents, each checked against its schema')
    .option('--audit', 'a bundle that a stranger can prove with the script in it (the default for a run)')
    .option(
      '--out <dir>',
      'a folder that does not exist yet (default: one named for the run or plan, in the current folder)',
    )
    .action(act((call, what: string, given: Given) => exportAny(call, what, given)));
};

async function exportAny(call: Invocation, what: string, given: Given): Promise<number> {
  const file = findInput(call, what);
  const isPlan = existsSync(file) ? statSync(file).isFile() : /\.(json|ya?ml)$/i.test(what);
  if (isPlan) return exportPlanFile(call, { name: what, path: file, out: given.out });
  const found = await findRun(call, what);
  return 'runId' in found ? exportOneRun(call, found.runId, given) : exportLegacyRun(call, found, given);
}

async function exportOneRun(call: Invocation, run: string, { uet, audit, out }: Given): Promise<number> {
  const { ports } = call;
  if (uet === true && audit === true) throw usage('--uet and --audit are two exports', 'Ask for one after the other.');
  const form = uet === true ? 'uet-v1' : 'bundle';
  const target = out === undefined ? freeName(resolve(ports.cwd, `${run}-${form}`)) : resolve(ports.cwd, out);
  const interrupt = new AbortController();
  const end = ports.onInterrupt(() => interrupt.abort());
  const { version, appRoot } = ports;
  const checkpoint = () => interrupt.signal.throwIfAborted();
  try {
    return await withSession(call, 'reader', async ({ service }) => {
      const manifest = await exportRun(service, { runId: run, form, target, version, appRoot, checkpoint });
      call.out.result({ ...manifest, out: target }, () => exportText(manifest, target));
      return 0;
    });
  } catch (thrown) {
    if (!interrupt.signal.aborted) throw thrown;
    call.out.note('Interrupted: nothing was exported.');
    return INTERRUPTED;
  } finally {
    end();
  }
}

function exportText({ form, files, state, last_seq, manifest_sha256 }: ExportAnswer, target: string): string {
  const counts = new Map<string, number>();
  for (const { path, documents } of files) {
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : path;
    counts.set(folder, (counts.get(folder) ?? 0) + Math.max(1, documents));
  }
  const proof = form === 'bundle' ? [`To prove it: node ${join(target, 'verify.mjs')} ${manifest_sha256}`] : [];
  const rows = [...counts].map(([folder, count]) => [folder, String(count)]);
  return [table(['IN', 'DOCUMENTS'], rows), `${target}: the run is ${state}, up to event ${last_seq}.`, ...proof].join(
    '\n',
  );
}
