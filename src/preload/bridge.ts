// The bridge between the sandboxed page and the desktop app: it hands over a port to the engine, and nothing else.
import { contextBridge, ipcRenderer } from 'electron';

// The names are those of hosts/desktop/port-broker.ts and renderer/views/port-channel.ts.
const CONNECT = 'patchbay-connect';
const PORT = 'patchbay-port';

// A port cannot cross `contextBridge` as a value; it is posted to the page's own window, at the page's own origin.
ipcRenderer.on(PORT, (event) => {
  window.postMessage(PORT, window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld('patchbay', {
  connect: () => ipcRenderer.send(CONNECT),
});
