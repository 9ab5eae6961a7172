// The desktop app: one locked-down window over `app://`, and an engine process that is started again when it dies.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, protocol, session, utilityProcess } from 'electron';
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import { engineLog } from '../engine/engine-log.ts';
import type { EngineOptions } from '../engine/engine-message.ts';
import { engineEntry } from '../engine/fork-engine.ts';
import { type EngineSupervisor, superviseEngine } from '../engine/supervise-engine.ts';
import { baseDataFolder } from '../owner/base-data-folder.ts';
import { projectPaths } from '../service/project-paths.ts';
import { systemClock } from '../service/system-clock.ts';
import { appProtocol } from './app-protocol.ts';
import { denyPermissions, lockDown } from './lock-down.ts';
import { brokerPorts } from './port-broker.ts';
import { APP_ORIGIN } from './resolve-app-url.ts';
import { utilityEngine } from './utility-engine.ts';

const log = engineLog((line) => void process.stderr.write(line));

app.enableSandbox();
lockDown(app);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
if (app.requestSingleInstanceLock()) await open();
else app.quit();

async function open(): Promise<void> {
  await app.whenReady();
  const appRoot = app.getAppPath();
  protocol.handle('app', appProtocol(join(appRoot, 'out', 'renderer')));
  denyPermissions(session.defaultSession);
  try {
    const engine = await startEngine(appRoot);
    brokerPorts({ ipc: ipcMain, newChannel: () => new MessageChannelMain(), connect: engine.connect, log });
    await openWindow(appRoot);
    app.on('second-instance', () => showWindow());
    app.on('window-all-closed', () => app.quit());
    app.on('before-quit', (event) => void stopFirst(event, engine));
  } catch (thrown) {
    const { code, message, advice } = asPatchbayError(thrown);
    dialog.showErrorBox('Patchbay cannot open this project', `${message}\n\n${advice}\n\n${code}`);
    app.exit(4);
  }
}

async function startEngine(appRoot: string): Promise<EngineSupervisor> {
  const { values } = parseArgs({
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    options: { project: { type: 'string' }, data: { type: 'string' } },
    strict: false,
  });
  const projectDir = typeof values.project === 'string' ? values.project : process.cwd();
  const dataDir = typeof values.data === 'string' ? values.data : baseDataFolder();
  const { root: ownerDir } = await projectPaths(projectDir, dataDir);
  const options = JSON.stringify({
    projectDir,
    dataDir,
    ownerDir,
    appRoot,
    mode: 'child',
    also: [],
    readOnly: false,
    maxWorkers: null,
  } satisfies EngineOptions);
  const fork = () =>
    utilityEngine(
      utilityProcess.fork(engineEntry(appRoot), [options], { serviceName: 'Patchbay engine', stdio: 'inherit' }),
    );
  const engine = superviseEngine({ fork, clock: systemClock, log });
  await engine.ready;
  return engine;
}

async function openWindow(appRoot: string): Promise<void> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 500,
    title: 'Patchbay',
    show: false,
    webPreferences: {
      preload: join(appRoot, 'out', 'preload', 'bridge.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${APP_ORIGIN}/`);
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** Quitting waits for the engine, which keeps what its tools have done so far. */
async function stopFirst(event: { preventDefault(): void }, engine: EngineSupervisor): Promise<void> {
  event.preventDefault();
  await engine.close();
  app.exit(0);
}
