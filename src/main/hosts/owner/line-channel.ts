// A channel over a socket: one JSON message a line, with limits on both directions.
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { Channel } from '../../../shared/ipc/wire.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';

/** A reader that lets so much pile up is taken for dead. */
const MAX_UNSENT_BYTES = 2 * LIMITS.rpcMessageBytes;
/** What a client may send before the engine has opened its ledger. */
const MAX_EARLY_MESSAGES = 1_000;

/** Calls `onLine` for every whole line until it returns false; a longer line than `maxChars` ends the socket. */
export function readLines(socket: Socket, maxChars: () => number, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    const pieces = decoder.write(chunk).split('\n');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        const line = parts.join('');
        parts = [];
        length = 0;
        if (!socket.destroyed && line !== '') onLine(line);
      }
      parts.push(piece);
      length += piece.length;
      if (length > maxChars()) socket.destroy();
    }
  });
}

export interface LineChannel<Out, In> extends Channel<Out, In> {
  /** Hands one received line to the listeners; text that is no JSON ends the socket. */
  receive(line: string): void;
}

/** `receive` is fed by the caller, who reads the first line (the token, the greeting) itself. */
export function lineChannel<Out, In>(socket: Socket): LineChannel<Out, In> {
  const listeners: ((message: In) => void)[] = [];
  const early: In[] = [];
  return {
    send(message) {
      const line = `${JSON.stringify(message)}\n`;
      if (line.length > LIMITS.rpcMessageBytes) throw tooLarge(line.length);
      if (socket.writable) socket.write(line);
      if (socket.writableLength > MAX_UNSENT_BYTES) socket.destroy();
    },
    onMessage(listener) {
      listeners.push(listener);
      for (const message of early.splice(0)) listener(message);
    },
    onClose(listener) {
      if (socket.destroyed) queueMicrotask(listener);
      else socket.once('close', listener);
    },
    close() {
      socket.end();
    },
    receive(line) {
      const message = parse<In>(line);
      if (message === undefined) socket.destroy();
      else if (listeners.length > 0) for (const listener of listeners) listener(message);
      else if (early.push(message) > MAX_EARLY_MESSAGES) socket.destroy();
    },
  };
}

/** The message's shape is the receiver's to check: the door of the service, or a client of the same version. */
function parse<In>(line: string): In | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function tooLarge(length: number): PatchbayError {
  const values = { length, limit: LIMITS.rpcMessageBytes };
  return new PatchbayError(
    'E_LIMIT',
    `An answer of ${length} characters is too large to send`,
    'Ask for less at once.',
    values,
  );
}
