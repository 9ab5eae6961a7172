// Starts the spawn helper as a child of the engine and speaks to it over Node's IPC.
import { fork } from 'node:child_process';
import type { HelperChannel } from './protocol.ts';

/** What the helper needs of the host's environment; its tools get none of it, their orders say it all. */
const HELPER_ENV = ['PATH', 'Path', 'SystemRoot', 'windir', 'ComSpec', 'PATHEXT', 'TEMP', 'TMP', 'TMPDIR', 'HOME'];

/** `helperFile` is absolute: `out/main/spawn-helper.js`, or the TypeScript file under a Node that strips types. */
export function forkHelper(helperFile: string): HelperChannel & { readonly pid: number | null } {
  const child = fork(helperFile, [], {
    serialization: 'advanced', // so that bytes travel as bytes
    // Own process group: a tool that kills its parent's group hits the helper only, and Ctrl-C stays the engine's to handle.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: Object.fromEntries(HELPER_ENV.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
  });
  let closed: (why: string) => void = () => {};
  let gone: string | null = null;
  const close = (why: string): void => {
    if (gone !== null) return;
    gone = why;
    closed(why);
  };
  child.on('error', (error) => close(error.message));
  child.on('exit', (code, signal) => close(signal ?? `exit ${code}`));
  return {
    pid: child.pid ?? null,
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    // The cast is the protocol: the other end is spawn-helper.ts of the same build.
    onMessage: (listener) => child.on('message', (message) => listener(message as never)),
    onClose: (listener) => {
      closed = listener;
      if (gone !== null) listener(gone);
    },
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}
