// Files beside a workspace, never part of a patch: what a tool is given to read, and what it leaves to say.
import { constants } from 'node:fs';
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Handoff, handoffDocument } from '../../shared/domain/handoff.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { Workspace } from '../../shared/ports/workspaces.ts';

export interface Given {
  readonly handoffs: readonly Handoff[];
  /** The patch that is to be looked at. */
  readonly review?: Uint8Array;
  /** What is to be mended. */
  readonly fix?: string | null;
}

/** Writes the handoffs, the patch and what is to be mended, where there are any, and answers with the variables that name the files. */
export async function leaveMessages(
  { tmp }: Workspace,
  { handoffs, review, fix = null }: Given,
): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = { PATCHBAY_NOTE_FILE: notePath(tmp) };
  if (handoffs.length > 0) {
    files.PATCHBAY_HANDOFF_FILE = join(tmp, 'handoffs.json');
    await writeFile(files.PATCHBAY_HANDOFF_FILE, handoffDocument(handoffs));
  }
  if (review !== undefined) {
    files.PATCHBAY_PATCH_FILE = join(tmp, 'review.patch');
    await writeFile(files.PATCHBAY_PATCH_FILE, review);
  }
  if (fix !== null) {
    files.PATCHBAY_FIX_FILE = join(tmp, 'fix.json');
    await writeFile(files.PATCHBAY_FIX_FILE, fix);
  }
  return files;
}

/** What the tool wrote into its note file, at most so much; null when it wrote nothing that can be read as text. */
export async function readNote({ tmp }: Workspace): Promise<string | null> {
  try {
    const file = await open(notePath(tmp), PLAIN_FILE);
    try {
      return await textOf(file);
    } finally {
      await file.close();
    }
  } catch {
    // There is none, or what stands there is no file: a note is never worth an attempt.
    return null;
  }
}

/** The tool may have put anything there: no link is followed, and nobody waits for the other end of a pipe. */
const PLAIN_FILE = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function textOf(file: FileHandle): Promise<string | null> {
  if (!(await file.stat()).isFile()) return null;
  // UTF-8 takes at most four bytes a character.
  const buffer = Buffer.alloc(LIMITS.handoffNoteLength * 4);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
  const text = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead)).trim();
  return text === '' || text.includes('\0') ? null : text.slice(0, LIMITS.handoffNoteLength);
}

function notePath(tmp: string): string {
  return join(tmp, 'patchbay-note.txt');
}
