// `patchbay export` of a run of an old pipeline: its rows as they are, or what of them makes UET v1 documents.
import { resolve } from 'node:path';
import type { LegacyEvent } from '../../../../shared/ports/legacy-library.ts';
import type { Invocation } from '../cli-options.ts';
import { type ExportFiles, exportFiles } from '../export/export-files.ts';
import { freeName, newFolder } from '../export/new-folder.ts';
import type { FoundLegacyRun } from '../find-run.ts';
import { legacyDocuments } from './legacy-documents.ts';

const RECORDS = 100_000;
const EVENTS_A_PAGE = 1_000;
/** Documents are checked in memory. */
const EVENTS = 200_000;

export async function exportLegacyRun(
  call: Invocation,
  found: FoundLegacyRun,
  { uet, out }: { readonly uet?: boolean; readonly out?: string },
): Promise<number> {
  const { run, library } = found;
  const form = uet === true ? 'uet-v1' : 'rows';
  const named = `${library.shown(run).replace(/[^\w-]/g, '_')}-${form}`;
  const target = resolve(call.ports.cwd, out ?? freeName(resolve(call.ports.cwd, named)));
  const manifest = await newFolder(target, async (folder) => {
    const files = exportFiles(folder);
    const leftOut = form === 'uet-v1' ? writeUet(found, files) : writeRows(found, files);
    const made = {
      form,
      patchbay: call.ports.version,
      run_id: run.ulid,
      legacy: true,
      legacy_id: run.legacyId,
      database: run.database,
      state: run.state,
      left_out: leftOut,
      files: [...files.written],
    };
    files.document('manifest.json', 'manifest', made);
    return made;
  });
  for (const problem of library.problems()) call.out.complain(problem);
  const left = manifest.left_out.length;
  call.out.result({ ...manifest, out: target }, () =>
    [
      `${manifest.files.length} files in ${target}`,
      ...(left > 0 ? [`${left} rows do not say enough for a document; manifest.json names them.`] : []),
    ].join('\n'),
  );
  return 0;
}

function writeUet({ run, library }: FoundLegacyRun, files: ExportFiles) {
  const events: LegacyEvent[] = [];
  for (const event of allEvents({ run, library })) if (events.push(event) === EVENTS) break;
  const made = legacyDocuments(run, library.records(run, RECORDS), events);
  for (const { schema, name, document } of made.documents)
    files.document(`${schema.replace(/\.v1$/, '')}/${name}.json`, schema, document);
  files.lines('run_event/events.jsonl', 'run_event.v1', made.events);
  return made.leftOut;
}

function writeRows({ run, library }: FoundLegacyRun, files: ExportFiles): readonly never[] {
  files.document('run.json', 'old-pipeline', run);
  files.lines('records.jsonl', null, [...library.records(run, RECORDS), ...library.patches(run, RECORDS)]);
  files.lines('events.jsonl', null, allEvents({ run, library }));
  return [];
}

function* allEvents({ run, library }: FoundLegacyRun): Generator<LegacyEvent> {
  for (let from: number | null = 0; from !== null; ) {
    const page: readonly LegacyEvent[] = library.events(run, { from, limit: EVENTS_A_PAGE });
    yield* page;
    const last = page.at(-1);
    from = last === undefined || page.length < EVENTS_A_PAGE ? null : last.seq + 1;
  }
}
