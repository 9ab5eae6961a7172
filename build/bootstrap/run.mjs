// Starts programs for the bootstrap: argument arrays, no shell, a time limit, and a sign of life while it lasts.
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { say } from './say.mjs';

/**
 * Runs `program` to its end.
 * `show`: its output goes to our stderr; else the last 64 KiB of it are kept for a failure.
 * `progress`: a word for the line that says every ten seconds that it goes on.
 * Resolves to `{ code, output, timedOut }`; code is null when it could not be started or was ended.
 */
export function run(program, args, { env = {}, timeoutMs = 0, show = false, progress = '', cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 2 : 'pipe', show ? 2 : 'pipe'],
      windowsHide: true,
    });
    let output = '';
    let timedOut = false;
    const keep = (chunk) => {
      output = (output + chunk).slice(-65_536);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const started = performance.now();
    const ticker = progress ? setInterval(() => say(`… ${progress}, ${seconds(started)} s so far`), 10_000) : undefined;
    const limit = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    const end = (code) => {
      clearInterval(ticker);
      clearTimeout(limit);
      resolve({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      end(null);
    });
    child.once('close', (code) => end(code));
  });
}

function seconds(since) {
  return Math.round((performance.now() - since) / 1000);
}
