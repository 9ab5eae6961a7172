// Suspicious calls of JavaScript and TypeScript.
import type { CodeCall } from './code-call.ts';
import { anyText, CODE_ADVICE, type Danger, isDynamic, RUN_ADVICE, TLS_ADVICE } from './danger.ts';
import { shellFault } from './shell-text.ts';

const COMMANDS = /^child_process\.exec(?:Sync)?$/;
const PROGRAMS = /^child_process\.(?:spawn|spawnSync|execFile|execFileSync|fork)$/;
const DECODED = /\batob\(|['"](?:base64|hex)['"]|fromCharCode|\\x[0-9a-f]{2}\\x/i;

/** With a list of arguments a program gets them as they are; a shell in between reads them once more. */
function startsShell(call: CodeCall): boolean {
  const [program, given] = call.args;
  const throughShell = anyText(call, /\bshell\s*:(?!\s*false\b)/);
  const isShell = /^["'`](?:.*[\\/])?(?:(?:ba|z|da|k)?sh|cmd|powershell|pwsh)(?:\.exe)?["'`]$/i.test(
    program?.text ?? '',
  );
  const runsMadeUp = isShell && given?.literal === false && /["'`](?:-\w*c|\/c|-command)["'`]/i.test(given.text);
  return throughShell || runsMadeUp || shellFault(call.args.map(({ text }) => text).join(' ')) !== null;
}

export const JAVASCRIPT_DANGERS: readonly Danger[] = [
  {
    found: ({ kind, name }) =>
      (kind === 'call' && /^(?:eval|execScript|Function|vm\.(?:runIn\w*Context|compileFunction))$/.test(name)) ||
      (kind === 'create' && /^(?:Function|vm\.Script)$/.test(name)) ||
      (kind === 'call' && /\.constructor(?:\.constructor)?$/.test(name) && !name.startsWith('super')),
    message: 'This runs text as code',
    advice: CODE_ADVICE,
  },
  {
    found: (call) =>
      call.kind === 'call' && /^set(?:Timeout|Interval)$/.test(call.name) && /^["'`]/.test(call.args[0]?.text ?? ''),
    message: 'This runs text as code, later',
    advice: 'Give it a function.',
  },
  {
    found: (call) =>
      call.kind === 'call' &&
      COMMANDS.test(call.name) &&
      (isDynamic(call) || shellFault(call.args[0]?.text ?? '') !== null),
    message: 'This gives a shell a command that is put together here or reaches out',
    advice: RUN_ADVICE,
  },
  {
    found: (call) => call.kind === 'call' && PROGRAMS.test(call.name) && startsShell(call),
    message: 'This starts a program through a shell, or one that reaches out',
    advice: RUN_ADVICE,
  },
  {
    found: (call) =>
      call.kind === 'call' && /^(?:require|import)$/.test(call.name) && isDynamic(call) && anyText(call, DECODED),
    message: 'This loads a module whose name is hidden',
    advice: 'Name the module.',
  },
  {
    found: ({ kind, name, args }) =>
      kind === 'set' &&
      ((/(?:^|\.)(?:rejectUnauthorized|strictSSL)$/.test(name) && args[0]?.text === 'false') ||
        (/(?:^|\.)NODE_TLS_REJECT_UNAUTHORIZED$/.test(name) && /^["'`]?0/.test(args[0]?.text ?? '')) ||
        /(?:^|\.)checkServerIdentity$/.test(name)),
    message: 'This turns the check of certificates off',
    advice: TLS_ADVICE,
  },
  {
    found: ({ kind, name, args }) =>
      kind === 'set' &&
      ((/^(?:contextIsolation|webSecurity|sandbox)$/.test(name) && args[0]?.text === 'false') ||
        (/^nodeIntegration(?:InWorker|InSubFrames)?$/.test(name) && args[0]?.text === 'true')),
    message: 'This takes the protection of a web page away',
    advice: 'Leave it on, and reach the system through a narrow bridge.',
  },
  {
    found: ({ kind, name, args }) => kind === 'call' && name === 'JSON.stringify' && args[0]?.text === 'process.env',
    message: 'This takes the whole environment, with what is secret in it',
    advice: 'Take the variables that are needed, by name.',
  },
  {
    found: ({ name, args }) =>
      /^_0x[0-9a-f]{4}/.test(name) || args.some(({ text }) => /\b_0x[0-9a-f]{4,}\b/.test(text)),
    message: 'This code was made unreadable',
    advice: 'Add the source it was made from, or leave it out.',
  },
];
