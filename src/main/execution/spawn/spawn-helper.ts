// The spawn helper's program: starts tools and short commands for the engine, and takes them along when the engine dies.
import type { EngineChannel } from './protocol.ts';
import { serveRequests } from './serve-requests.ts';

const channel: EngineChannel = {
  send: (message) => {
    // Electron has no say here; Node's IPC is the only parent so far. The callback swallows a closed channel: onClose tells.
    if (process.connected) process.send?.(message, undefined, undefined, () => {});
  },
  // The cast is the protocol: the other end is create-spawn.ts of the same build.
  onMessage: (listener) => process.on('message', (message) => listener(message as never)),
  onClose: (listener) => process.once('disconnect', () => listener('disconnect')),
  close: () => process.disconnect?.(),
};

const endAll = serveRequests(channel);
const leave = (): void => {
  endAll().finally(() => process.exit(0));
};
channel.onClose(leave);
process.on('SIGTERM', leave);
process.on('SIGINT', () => {}); // Ctrl-C is for the engine, which stops its tools in order.
process.on('SIGHUP', () => {}); // A closed terminal ends the engine first; its disconnect ends us.
