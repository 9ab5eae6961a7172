// Moves a tool's output into a file with backpressure and a limit shared by its streams.
import { write } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const writeSome = promisify(write);

export interface OutputBudget {
  left: number;
  written: number;
}

export interface CappedOutput {
  readonly source: Readable;
  /** Descriptor of an open file. */
  readonly file: number;
  readonly budget: OutputBudget;
  readonly onData: () => void;
  /** Called once, when more came than fits. */
  readonly onFull: () => void;
}

/** Settles at the end of the stream. Rejects when the file cannot be written. Memory: one chunk (64 KiB) per stream. */
export async function writeCapped({ source, file, budget, onData, onFull }: CappedOutput): Promise<void> {
  const chunks = readUntilBroken(source);
  for await (const chunk of chunks) {
    onData();
    const room = Math.min(chunk.length, budget.left);
    budget.left -= room;
    budget.written += room;
    if (room > 0) await writeAll(file, chunk.subarray(0, room));
    if (room < chunk.length) {
      onFull();
      // Leaving the loop closes the pipe: the tool meets EPIPE instead of keeping us busy until it is ended.
      return;
    }
  }
}

async function writeAll(file: number, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await writeSome(file, bytes, at)).bytesWritten;
}

/** A pipe that breaks (its holder was killed, or we destroyed it) is an end, not a fault. */
async function* readUntilBroken(source: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield chunk;
  } catch {
    // see above; what came before has been yielded
  }
}
