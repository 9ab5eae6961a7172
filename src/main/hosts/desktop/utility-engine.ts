// Starts the engine as an Electron utility process, for the supervisor that the web host uses, too.
import type { UtilityProcess } from 'electron';
import type { FromEngine } from '../engine/engine-message.ts';
import type { EngineChild } from '../engine/supervise-engine.ts';

export function utilityEngine(child: UtilityProcess): EngineChild {
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromEngine) => listener(message)),
    onExit: (listener) => void child.once('exit', (code) => listener(`exit ${code}`)),
    kill: () => void child.kill(),
  };
}
