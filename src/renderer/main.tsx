// Starts the renderer: theme, connection (desktop port or web socket), cache of views, window.
import { createRoot } from 'react-dom/client';
import { present } from '../shared/lib/assert.ts';
import { App } from './shell/app.tsx';
import { Connection } from './views/connection.ts';
import { currentProject } from './views/current-project.ts';
import { findBridge, openPortChannel } from './views/port-channel.ts';
import { ViewCache } from './views/view-cache.ts';
import { openWebChannel } from './views/web-channel.ts';
import { startTheme } from './widgets/theme.ts';

startTheme();
const bridge = findBridge();
const connection = new Connection({
  project: currentProject(),
  open: bridge === null ? openWebChannel : () => openPortChannel(bridge),
  later: (ms, callback) => void setTimeout(callback, ms),
  jitter: Math.random,
});

// A new key pasted into the address of a page that is already open.
window.addEventListener('hashchange', () => {
  if (window.location.hash.startsWith('#token=')) window.location.reload();
});

const root = present(document.getElementById('app'), 'the element #app of index.html');
createRoot(root).render(<App service={{ connection, views: new ViewCache(connection) }} />);
