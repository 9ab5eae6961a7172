// The bundle of a run for an audit: all that a stranger needs to prove it, and the script that does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventRow } from '../../../../shared/events/read-event.ts';
import type { ChainLink } from '../../../../shared/ports/archives.ts';
import type { CommitFacts } from '../../../../shared/ports/integration.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import { artifactRows } from '../../../projections/uet-documents.ts';
import { workerDocument } from '../../../projections/worker-document.ts';
import type { RunNode } from '../../../state/run-state.ts';
import type { ExportFiles } from './export-files.ts';

export interface Bundling {
  readonly service: Service;
  readonly run: RunNode;
  readonly files: ExportFiles;
  /** Folder of this installation. */
  readonly appRoot: string;
  /** Throws when the export shall end. */
  readonly checkpoint: () => void;
}

const LINKS = 5_000;

/** The log as stored, so that its hashes can be computed anew, every diff byte for byte, and what ledger and git say of them. */
export async function writeBundle(bundling: Bundling, rows: readonly EventRow[]): Promise<void> {
  const { service, run, files, appRoot, checkpoint } = bundling;
  files.lines('events.jsonl', null, rows);
  files.lines('links.jsonl', null, await readLinks(bundling, rows));
  files.lines(
    'ledger.jsonl',
    null,
    [...artifactRows(run)].map(({ entry }) => entry),
  );
  const workers = [...run.workers.values()].map((worker) => workerDocument(run, worker));
  files.lines('workers.jsonl', 'patchbay/worker.v1', workers);
  for (const patchId of run.patches.keys()) {
    checkpoint();
    const { base64 } = await service.call('patch.export', { patchId });
    files.bytes(`patches/${patchId}.patch`, Buffer.from(base64, 'base64'));
  }
  files.document('git.json', 'git', await gitFacts(bundling));
  files.bytes('verify.mjs', readFileSync(join(appRoot, 'resources', 'audit', 'verify.mjs')));
}

/** The hashes of other runs' events between those of this one: they show that nothing was left out. */
async function readLinks(
  { service, run, checkpoint }: Bundling,
  rows: readonly EventRow[],
): Promise<readonly ChainLink[]> {
  const links: ChainLink[] = [];
  const to = rows.at(-1)?.seq ?? 0;
  for (let after = rows[0]?.seq ?? 0; ; after = links.at(-1)?.seq ?? after) {
    checkpoint();
    const page = await service.call('run.links', { runId: run.runId, after, to, limit: LINKS });
    links.push(...page.links);
    if (page.links.length < LINKS) return links;
  }
}

/** As of the exported events; where git has let go of commits, the bundle says so instead of failing. */
async function gitFacts({ service, run }: Bundling): Promise<object> {
  const { head, runId } = run;
  const { base } = run.created;
  let commits: readonly CommitFacts[] = [];
  let problem: string | null = null;
  try {
    ({ commits } = await service.call('run.commits', { runId, head }));
  } catch (thrown) {
    problem = thrown instanceof Error ? thrown.message : String(thrown);
  }
  return { repository: run.created.repository, base, head, commits, problem };
}
