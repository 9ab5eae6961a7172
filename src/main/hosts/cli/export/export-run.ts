// A run as a folder of files: pure UET v1 documents, or our own bundle for an audit.
import type { LoggedEvent } from '../../../../shared/events/event.ts';
import { type EventRow, readEvent } from '../../../../shared/events/read-event.ts';
import { assert, present } from '../../../../shared/lib/assert.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import { DOCUMENT_SCHEMAS, type DocumentSchema } from '../../../../shared/uet/recognise-schema.ts';
import { artifactRows, uetDocuments } from '../../../projections/uet-documents.ts';
import { uetEvents } from '../../../projections/uet-events.ts';
import { uetPatchArtifact } from '../../../projections/uet-patch.ts';
import { replay } from '../../../state/evolve.ts';
import type { RunNode } from '../../../state/run-state.ts';
import { type ExportFiles, exportFiles } from './export-files.ts';
import { newFolder } from './new-folder.ts';
import { writeBundle } from './write-bundle.ts';

export type ExportForm = 'uet-v1' | 'bundle';

export interface ExportOrder {
  readonly runId: string;
  readonly form: ExportForm;
  /** A folder that does not exist yet. */
  readonly target: string;
  readonly version: string;
  /** Folder of this installation. */
  readonly appRoot: string;
  /** Throws when the export shall end. */
  readonly checkpoint: () => void;
}

/** What the folder holds; `manifest.json` in it says the same. */
export interface ExportManifest {
  readonly form: ExportForm;
  readonly patchbay: string;
  readonly run_id: string;
  readonly project_id: string;
  readonly plan_id: string;
  /** State of the run at its event `last_seq`: a run that goes on is exported as it was then. */
  readonly state: string;
  readonly events: number;
  readonly last_seq: number;
  readonly files: ExportFiles['written'];
}

/** With the sum of the manifest, which it cannot hold itself. */
export type ExportAnswer = ExportManifest & { readonly manifest_sha256: string };

const PAGE = 500;

/** The documents are worked out here from the run's events, so that they agree with each other whatever happens meanwhile. */
export async function exportRun(service: Service, order: ExportOrder): Promise<ExportAnswer> {
  const rows = await readLog(service, order);
  const events = rows.map(readEvent);
  const run = present(replay(events), `events of run ${order.runId}`);
  return newFolder(order.target, async (folder) => {
    const files = exportFiles(folder);
    if (order.form === 'uet-v1') await writeUet({ service, order, run, events, files });
    else await writeBundle({ ...order, service, run, files }, rows);
    const manifest: ExportManifest = {
      form: order.form,
      patchbay: order.version,
      run_id: run.runId,
      project_id: run.created.plan.projectId,
      plan_id: run.created.plan.planId,
      state: run.state,
      events: rows.length,
      last_seq: rows.at(-1)?.seq ?? 0,
      files: [...files.written],
    };
    files.document('manifest.json', 'manifest', manifest);
    const sum = files.written.at(-1)?.sha256 ?? '';
    if (order.form === 'bundle') files.bytes('manifest.sha256', Buffer.from(`${sum}  manifest.json\n`));
    return { ...manifest, manifest_sha256: sum };
  });
}

async function readLog(service: Service, { runId, checkpoint }: ExportOrder): Promise<readonly EventRow[]> {
  const rows: EventRow[] = [];
  for (let from: number | null = 0; from !== null; ) {
    checkpoint();
    const page: { readonly events: readonly EventRow[]; readonly next: number | null } = await service.call('run.log', {
      runId,
      from,
      limit: PAGE,
    });
    for (const row of page.events) rows.push(row);
    from = page.next;
  }
  return rows;
}

interface Exporting {
  readonly service: Service;
  readonly order: ExportOrder;
  readonly run: RunNode;
  readonly events: readonly LoggedEvent[];
  readonly files: ExportFiles;
}

async function writeUet({ service, order, run, events, files }: Exporting): Promise<void> {
  for (const { schema, name, document } of uetDocuments(run, events)) {
    files.document(pathOf(schema, name), schema, checked(schema, name, document));
  }
  for (const { row, entry, promptId } of artifactRows(run)) {
    order.checkpoint();
    const bytes = await diffOf(service, row.patch_id);
    const diffText = new TextDecoder().decode(bytes);
    const document = uetPatchArtifact(row, entry, { diffText, promptId });
    files.document(
      pathOf('patch_artifact.v1', row.patch_id),
      'patch_artifact.v1',
      checked('patch_artifact.v1', row.patch_id, document),
    );
    // A document holds text. Where the diff is none, its bytes lie beside it.
    if (!Buffer.from(diffText).equals(bytes)) files.bytes(`patch_artifact/${row.patch_id}.patch`, bytes);
  }
  files.lines('run_event/events.jsonl', 'run_event.v1', checkedEvents(events));
}

function* checkedEvents(events: readonly LoggedEvent[]): Generator<object> {
  for (const event of uetEvents(events)) yield checked('run_event.v1', event.event_id, event);
}

async function diffOf(service: Service, patchId: string): Promise<Uint8Array> {
  return Buffer.from((await service.call('patch.export', { patchId })).base64, 'base64');
}

function pathOf(schema: DocumentSchema, name: string): string {
  return `${schema.replace(/\.v1$/, '')}/${name}.json`;
}

/** A document of ours that its schema refuses is a bug, and nothing is exported. */
function checked(schema: DocumentSchema, name: string, document: object): object {
  const validate = DOCUMENT_SCHEMAS[schema];
  const [first] = validate(document) ? [] : (validate.errors ?? []);
  assert(first === undefined, `${schema} ${name} is valid: ${first?.instancePath} ${first?.message}`);
  return document;
}
