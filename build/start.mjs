// `npm start`: sets everything up, makes the sample project, and opens Patchbay: in Electron, or else in the browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findElectron } from './bootstrap/electron.mjs';
import { at, ROOT } from './bootstrap/paths.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { run } from './bootstrap/run.mjs';
import { runMain, SetupFailure, say } from './bootstrap/say.mjs';

const OPTIONS = {
  web: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  port: { type: 'string' },
  project: { type: 'string' },
  data: { type: 'string' },
};

await runMain(async () => {
  const flags = readFlags();
  const node = await prepare();
  const project = flags.project ?? (await sampleProject(node, flags));
  const common = ['--project', project, ...(flags.data ? ['--data', flags.data] : [])];
  const electron =
    flags.web || flags['no-open'] || flags.port ? { program: null, reason: '' } : await findElectron(node);
  if (electron.program) {
    say('Opening Patchbay.');
    return await live(electron.program, [ROOT, ...common]);
  }
  say(
    `Starting Patchbay for the browser${electron.reason ? `: Electron is not to be had here (${electron.reason})` : ''}.`,
  );
  const serve = ['serve', ...(flags['no-open'] ? ['--no-open'] : []), ...(flags.port ? ['--port', flags.port] : [])];
  return await live(node, [at('out', 'main', 'cli.js'), ...serve, ...common]);
});

function readFlags() {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values;
  } catch (error) {
    const known = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new SetupFailure(error.message, `Known: npm start -- [${known.join('] [')}]`);
  }
}

/** A small repository with a plan of about ten tasks, made once. */
async function sampleProject(node, flags) {
  const place = process.env.PATCHBAY_SAMPLE ? [process.env.PATCHBAY_SAMPLE] : [];
  const data = flags.data ? ['--data', flags.data] : [];
  const { code, output } = await run(node, [at('out', 'main', 'cli.js'), 'sample', ...place, ...data, '--json']);
  if (code !== 0)
    throw new SetupFailure(
      `The sample project could not be made:\n${output.trim()}`,
      'Name a repository of your own: npm start -- --project DIR',
    );
  const { root } = JSON.parse(output);
  say(`Sample project: ${join(root)}`);
  return root;
}

/** Runs the app with our terminal; Ctrl+C reaches it as well as us, and we end when it has ended. */
function live(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: ROOT });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(child, signal));
    child.once('error', (error) =>
      reject(new SetupFailure(`${program} could not be started: ${error.message}`, 'Run `npm run setup`.')),
    );
    child.once('exit', (code) => resolve(code ?? 0));
  });
}

/** A terminal signals the whole group itself; whoever signals us alone means the app, too. */
function passOn(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
}
