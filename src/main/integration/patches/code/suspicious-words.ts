// A cheap look before the costly one: only code that holds one of these words is parsed.
import type { CodeLanguage } from './code-language.ts';

const JAVASCRIPT = [
  /\beval\b|\bFunction\s*\(|\bexecScript\b|child_process|\.constructor\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
  /(?<!\.)\bexec\s*\(|\b(?:exec(?:File)?Sync|execFile|spawn(?:Sync)?|fork)\s*\(|\b(?:cp|child\w*|proc\w*|shell)\.exec\s*\(/,
  /\.exec\s*\(\s*["'`]|\brunIn\w*Context\b|\bvm\.Script\b|\b(?:import|require)\s*\(\s*[^'"\s)]|_0x[0-9a-f]{4}/,
  /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|strictSSL|checkServerIdentity|JSON\.stringify\(\s*process\.env/i,
  /\b(?:curl|wget)\b|nodeIntegration|contextIsolation|webSecurity/,
];
const PYTHON = [
  /\bfrom\s+(?:os|subprocess|pickle|marshal|ssl|importlib|builtins|pty)\s+import\b/,
  /\b(?:eval|exec|compile|system|popen)\s*\(|__import__|\bimport_module\b|\bos\.(?:system|popen|exec\w+|spawn\w+)\b/,
  /\bsubprocess\b|\bshell\s*=|\b(?:pickle|marshal|dill|shelve)\b|\byaml\.(?:load|unsafe_load)\b|verify\s*=\s*False/i,
  /\b_?create_(?:unverified|stdlib)_context|CERT_NONE|check_hostname|\bpty\b|\bgetattr\s*\(\s*(?:os|builtins|__builtins__)\b/,
];
const SHELL = [
  /\b(?:eval|curl|wget|fetch|nc|ncat|netcat|socat|xxd|openssl|base64|crontab|chmod)\b|\/dev\/(?:tcp|udp)\//,
  /\bGIT_SSL_NO_VERIFY\b|NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|sslverify|strict-ssl|--trusted-host|--insecure/i,
  /\brm\s+-\w*[rRf]|authorized_keys|\.(?:bash|zsh)rc\b|\.bash_profile|\w(?:""|'')\w|\w\\[a-z]|\b(?:python[\d.]*|node|perl|ruby|php)\s+-[cre]\b/,
  /\|\s*(?:sudo\s+)?(?:[^\s|]{0,100}\/)?(?:ba|z|da|k|a)?sh\b|\b(?:ba|z|da|k)?sh\s+-\w*c\b|<\(|\bHISTFILE\b|\bhistory\b/,
];
const POWERSHELL = [
  /[a-z]`[a-z]|\biex\b|invoke-expression|\s-e(?:nc?|ncod\w*|c)?\s|download(?:string|file|data)|frombase64string/i,
  /executionpolicy|scriptblock\b|certificatevalidationcallback|skipcertificatecheck|mppreference|assembly\]|add-type/i,
  /\bstart-process\b|\b(?:pwsh|powershell)\b|invoke-(?:webrequest|restmethod|command)|\b(?:iwr|irm)\b|\bnet\.webclient\b/i,
];

const WORDS = {
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
  tsx: JAVASCRIPT,
  python: PYTHON,
  bash: SHELL,
  powershell: POWERSHELL,
} as const satisfies Record<CodeLanguage, readonly RegExp[]>;

/** With null, any language may be meant. */
export function isSuspicious(language: CodeLanguage | null, texts: readonly string[]): boolean {
  const words = language === null ? [...JAVASCRIPT, ...PYTHON, ...SHELL, ...POWERSHELL] : WORDS[language];
  return texts.some((text) => words.some((word) => word.test(text)));
}
