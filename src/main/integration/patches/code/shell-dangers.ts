// Suspicious commands of shell scripts.
import type { CodeCall } from './code-call.ts';
import { anyText, CODE_ADVICE, type Danger, FETCH_ADVICE, TLS_ADVICE } from './danger.ts';
import { shellFault } from './shell-text.ts';

const FETCHERS = new Set(['curl', 'wget', 'fetch', 'aria2c']);
const DECODERS = new Set(['base64', 'xxd', 'openssl', 'gunzip', 'zcat']);
const RUNNERS = /^(?:(?:ba|z|da|k|a)?sh|source|\.|eval|python[\d.]*|node|perl|ruby|php)$/;

export const SHELL_DANGERS: readonly Danger[] = [
  {
    found: (call) => isCommand(call) && RUNNERS.test(call.name) && call.fedBy.some((one) => FETCHERS.has(one)),
    message: 'This runs what it downloads',
    advice: FETCH_ADVICE,
  },
  {
    found: (call) => isCommand(call) && RUNNERS.test(call.name) && call.fedBy.some((one) => DECODERS.has(one)),
    message: 'This runs what it decodes',
    advice: CODE_ADVICE,
  },
  {
    found: (call) =>
      isCommand(call) && (call.name === 'eval' || /^(?:(?:ba|z|da|k)?sh)$/.test(call.name)) && runsMadeUp(call),
    message: 'This runs text that is put together here',
    advice: CODE_ADVICE,
  },
  {
    found: (call) => isCommand(call) && call.args.some(({ text }) => shellFault(text) !== null),
    message: 'This runs a suspicious command',
    advice: FETCH_ADVICE,
  },
  {
    found: (call) =>
      (isCommand(call) && /^(?:nc|ncat|netcat)$/.test(call.name) && anyText(call, /^-\w*[ec]$/)) ||
      (isCommand(call) && call.name === 'socat' && anyText(call, /exec:/i)) ||
      call.args.some(({ text }) => /^\/dev\/(?:tcp|udp)\//.test(text)),
    message: 'This opens a connection for commands',
    advice: 'Leave it out.',
  },
  {
    found: (call) =>
      (call.kind === 'set' &&
        /^(?:GIT_SSL_NO_VERIFY|PYTHONHTTPSVERIFY|NODE_TLS_REJECT_UNAUTHORIZED)$/.test(call.name)) ||
      (isCommand(call) && call.name === 'curl' && anyText(call, /^(?:-[a-zA-Z]*k[a-zA-Z]*|--insecure)$/)) ||
      (isCommand(call) && call.name === 'wget' && anyText(call, /^--no-check-certificate$/)) ||
      (isCommand(call) && anyText(call, /^--trusted-host|^http\.sslverify=false$|^strict-ssl(?:=false)?$/i)),
    message: 'This turns the check of certificates off',
    advice: TLS_ADVICE,
  },
  {
    found: (call) =>
      isCommand(call) &&
      call.name === 'rm' &&
      anyText(call, /^-\w*[rR]|^--recursive$/) &&
      anyText(call, /^(?:\/|\/\*|~\/?\*?|\$\{?HOME\}?\/?\*?|\.\.\/?)$/),
    message: 'This deletes far more than files of the project',
    advice: 'Name the folder that is meant, below the project.',
  },
  {
    found: (call) => isCommand(call) && call.name === 'chmod' && anyText(call, /^(?:0?777|[ugoa]*\+\w*s|[246]7\d\d)$/),
    message: 'This gives everybody, or a program, rights of others',
    advice: 'Give the narrowest right that works.',
  },
  {
    found: (call) =>
      (call.kind === 'set' &&
        call.name === 'redirect' &&
        anyText(call, /authorized_keys|\.(?:bash|zsh)rc$|\.(?:bash_)?profile$|\/etc\//)) ||
      (isCommand(call) && call.name === 'crontab' && !anyText(call, /^-l$/)) ||
      (isCommand(call) && call.name === 'history' && anyText(call, /^-c$/)) ||
      (call.kind === 'set' && call.name === 'HISTFILE'),
    message: 'This changes the machine beyond the project, or hides that it did',
    advice: 'Leave settings of people and machines alone.',
  },
];

function isCommand(call: CodeCall): boolean {
  return call.kind === 'command';
}

function runsMadeUp({ name, args }: CodeCall): boolean {
  if (name === 'eval') return args.some((one) => !one.literal);
  const at = args.findIndex(({ text }) => /^-\w*c$/.test(text));
  return at !== -1 && args[at + 1]?.literal === false;
}
