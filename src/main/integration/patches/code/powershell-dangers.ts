// Suspicious commands and calls of PowerShell.
import { anyText, CODE_ADVICE, type Danger, FETCH_ADVICE, TLS_ADVICE } from './danger.ts';

export const POWERSHELL_DANGERS: readonly Danger[] = [
  {
    found: ({ kind, name }) => kind === 'command' && /^(?:iex|invoke-expression)$/.test(name),
    message: 'This runs text as code (Invoke-Expression)',
    advice: CODE_ADVICE,
  },
  {
    found: ({ kind, name }) =>
      kind === 'call' && /^(?:\[.*scriptblock\]\.create|\..*invokescript|.*\.newscriptblock)$/.test(name),
    message: 'This runs text as code (a script block made of text)',
    advice: CODE_ADVICE,
  },
  {
    found: (call) =>
      call.kind === 'command' &&
      /^(?:.*[\\/])?(?:powershell|pwsh)(?:\.exe)?$/.test(call.name) &&
      anyText(call, /^-e(?:nc?|nco\w*|c)?$/i),
    message: 'This runs encoded PowerShell',
    advice: CODE_ADVICE,
  },
  {
    found: ({ kind, name }) => kind === 'call' && /\.download(?:string|data|file)(?:async|taskasync)?$/.test(name),
    message: 'This downloads text or a program',
    advice: FETCH_ADVICE,
  },
  {
    found: ({ kind, name, fedBy }) =>
      kind === 'command' &&
      /^(?:powershell|pwsh|cmd|start-process)(?:\.exe)?$/.test(name) &&
      fedBy.some((one) => /^(?:iwr|irm|curl|wget|invoke-(?:webrequest|restmethod))/.test(one)),
    message: 'This runs what it downloads',
    advice: FETCH_ADVICE,
  },
  {
    found: ({ kind, name }) => kind === 'call' && /^\[(?:system\.)?reflection\.assembly\]\.load/.test(name),
    message: 'This loads a program from bytes or a file',
    advice: 'Reference the assembly in a module manifest.',
  },
  {
    found: (call) =>
      (call.kind === 'set' && /certificatevalidationcallback$/.test(call.name)) ||
      (call.kind === 'command' && anyText(call, /^-skipcertificatecheck/i)),
    message: 'This turns the check of certificates off',
    advice: TLS_ADVICE,
  },
  {
    found: (call) =>
      call.kind === 'command' &&
      ((call.name === 'set-executionpolicy' && anyText(call, /^(?:bypass|unrestricted)$/i)) ||
        (anyText(call, /^-ex(?:ecutionpolicy)?$|^-ep$/i) && anyText(call, /^bypass$/i)) ||
        (/^(?:set|add)-mppreference$/.test(call.name) && anyText(call, /^-(?:disable|exclusion)/i))),
    message: 'This takes a protection of the machine away',
    advice: 'Sign the script, or leave the policy as it is.',
  },
  {
    found: (call) =>
      call.kind === 'command' &&
      call.name === 'add-type' &&
      call.args.some(({ text, literal }) => !literal && text.startsWith('$')),
    message: 'This compiles code that is put together here',
    advice: CODE_ADVICE,
  },
];
