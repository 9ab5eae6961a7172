// Suspicious calls of Python.
import { anyText, CODE_ADVICE, type Danger, isDynamic, RUN_ADVICE, TLS_ADVICE } from './danger.ts';
import { shellFault } from './shell-text.ts';

const RUNNERS = /^subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)$/;

export const PYTHON_DANGERS: readonly Danger[] = [
  {
    found: (call) =>
      call.kind === 'call' && (/^(?:eval|exec)$/.test(call.name) || (call.name === 'compile' && isDynamic(call))),
    message: 'This runs text as code',
    advice: CODE_ADVICE,
  },
  {
    found: (call) =>
      call.kind === 'call' &&
      /^(?:__import__|importlib\.import_module)$/.test(call.name) &&
      isDynamic(call) &&
      anyText(call, /decode|chr\(|\[::-1\]|join/),
    message: 'This loads a module whose name is hidden',
    advice: 'Name the module.',
  },
  {
    found: ({ kind, name }) =>
      kind === 'call' && /^(?:os\.(?:system|popen|exec[lv]\w*|spawn[lv]\w*)|commands\.\w+|pty\.spawn)$/.test(name),
    message: 'This runs a command through a shell or in the place of the program',
    advice: 'Use subprocess with a list of fixed arguments.',
  },
  {
    found: (call) =>
      call.kind === 'call' &&
      RUNNERS.test(call.name) &&
      (/get(?:status)?output$/.test(call.name) ||
        anyText(call, /^shell\s*=(?!\s*False)/) ||
        shellFault(call.args.map(({ text }) => text).join(' ')) !== null),
    message: 'This runs a command through a shell',
    advice: RUN_ADVICE,
  },
  {
    found: ({ kind, name, args }) =>
      kind === 'call' && name === 'getattr' && /^(?:os|subprocess|builtins|__builtins__)$/.test(args[0]?.text ?? ''),
    message: 'This looks a function of the system up by a name',
    advice: 'Call it by its name, so that it can be read.',
  },
  {
    found: (call) =>
      call.kind === 'call' &&
      (/^(?:c?[pP]ickle|marshal|dill)\.loads?$|^shelve\.open$|^yaml\.(?:unsafe_load|full_load)$/.test(call.name) ||
        (call.name === 'yaml.load' && !anyText(call, /SafeLoader/))),
    message: 'This makes objects of data, and data may then run code',
    advice: 'Use JSON, or `yaml.safe_load`.',
  },
  {
    found: ({ kind, name, args }) =>
      (kind === 'set' && /(?:^|\.)(?:verify|check_hostname)$/.test(name) && args[0]?.text === 'False') ||
      (kind === 'set' && /(?:^|\.)verify_mode$/.test(name) && /CERT_NONE/.test(args[0]?.text ?? '')) ||
      (kind === 'set' && /_create_default_https_context$/.test(name)) ||
      (kind === 'call' && /^ssl\._create_(?:unverified|stdlib)_context$/.test(name)),
    message: 'This turns the check of certificates off',
    advice: TLS_ADVICE,
  },
];
