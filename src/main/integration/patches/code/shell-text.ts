// What is suspicious in the text of a shell command, wherever it stands: a script of a package, a string in a program.

const FETCH = String.raw`\b(?:curl|wget|fetch|aria2c|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b`;
const RUNNER = String.raw`(?:sudo\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:(?:ba|z|da|k|a)?sh|python[\d.]*|node|perl|ruby|php|iex|pwsh|powershell)\b`;

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${FETCH}[^|;&]*\\|(?:[^|;&]*\\|)*\\s*${RUNNER}`, 'i'), 'runs what it downloads'],
  [new RegExp(`${RUNNER}[^|;&]*(?:<\\(|\\$\\(|\`)\\s*${FETCH}`, 'i'), 'runs what it downloads'],
  [
    new RegExp(`${FETCH}[^|;&]*\\s-[oO]\\s*(\\S+)[^|]*(?:&&|;)\\s*(?:${RUNNER}\\s+|chmod\\s+\\S+\\s+|\\./)`, 'i'),
    'runs what it downloads',
  ],
  [/\b(?:base64|xxd|openssl)\b[^|;&]*\|\s*(?:sudo\s+)?(?:\S*\/)?(?:ba|z|da|k)?sh\b/i, 'runs what it decodes'],
  [/\beval\b[^;&]*\b(?:base64|xxd|curl|wget)\b/i, 'runs text that it makes up'],
  [
    /\/dev\/(?:tcp|udp)\/|\bn(?:et)?cat?\b[^|;&]*\s-[a-z]*e\b|\bsocat\b[^|;&]*\bexec:/i,
    'opens a connection for commands',
  ],
  [/\b(?:pwsh|powershell)(?:\.exe)?\b[^|;&]*\s-e(?:nc?|ncod\w*|c)?\s/i, 'runs encoded PowerShell'],
  [
    /\bNODE_TLS_REJECT_UNAUTHORIZED\s*=\s*["']?0|\bGIT_SSL_NO_VERIFY\s*=|strict-ssl[\s=]+false/i,
    'turns the check of certificates off',
  ],
  [/\brm\s+-\w*(?:r\w*f|f\w*r)\w*\s+["']?(?:\/(?:\s|$|\*)|~|\$\{?HOME\b)/, 'deletes a home or root folder'],
];

/** Longer commands are cut: nobody writes them, and patterns over them take long. */
const MAX_TEXT = 4_000;

/** What it does, as the end of a sentence; null for nothing. */
export function shellFault(command: string): string | null {
  const text = command.slice(0, MAX_TEXT);
  return FAULTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** It reaches into the network: worth a look where it runs by itself. */
export function reachesNetwork(command: string): boolean {
  const text = command.slice(0, MAX_TEXT);
  return new RegExp(FETCH, 'i').test(text) || /\b(?:nc|ncat|netcat|ssh|scp|rsync|ftp)\b|https?:\/\//i.test(text);
}
