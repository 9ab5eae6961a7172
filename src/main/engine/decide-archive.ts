// A closed run leaves the live tables for its archive, or comes back; its log says so either way.
import type { ArchivedRun, ArchiveFile, ArchiveRecord } from '../../shared/ports/archives.ts';
import type { Turn } from './turn.ts';

/** The event stays behind as the last of the run: it binds the archive's hash into the chain. */
export function archiveRun(turn: Turn, record: ArchiveRecord): void {
  const { runId, file, sha256, bytes, events, lastSeq, lastHash } = record;
  const data = { file, sha256, bytes, events, lastSeq, lastHash };
  turn.emit(runId, 'run-archived', { entity: 'run', id: runId }, data);
  turn.moveOut(record);
}

export function restoreRun(turn: Turn, archived: ArchivedRun, { file, sha256 }: ArchiveFile): void {
  const { runId } = archived;
  turn.moveIn(archived);
  turn.emit(runId, 'run-restored', { entity: 'run', id: runId }, { file, sha256 });
}
