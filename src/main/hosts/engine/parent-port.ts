// Finds the port to the parent: process IPC under plain Node, `process.parentPort` in an Electron utility process.
import type { FromEngine, ToEngine } from './engine-message.ts';
import type { ParentPort } from './serve-parent.ts';

/** The part of Electron's `process.parentPort` that is used here; Electron itself is imported in the shell only. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Null when nobody forked this process. */
export function parentPort(): ParentPort | null {
  const utility = utilityPort();
  if (utility) return overUtilityPort(utility);
  return process.send ? overProcess() : null;
}

function overProcess(): ParentPort {
  return {
    // Sending to a parent that has just died throws or fails; the disconnect that follows says so better.
    send: (message: FromEngine) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToEngine)), // our own parent
    onClose: (listener) => void process.once('disconnect', listener),
  };
}

/** Electron ends a utility process with its parent, so there is no close to hear. */
function overUtilityPort(port: UtilityPort): ParentPort {
  return {
    send: (message: FromEngine) => port.postMessage(message),
    onMessage: (listener) => port.on('message', (event) => listener(event.data as ToEngine)), // our own parent
    onClose: () => {},
  };
}

function utilityPort(): UtilityPort | null {
  return 'parentPort' in process && process.parentPort ? (process.parentPort as UtilityPort) : null; // Electron sets it
}
