// Turns compiled schemas into source that needs nothing but itself: no eval, no require, fit for a strict CSP.
import type { Ajv } from 'ajv';
import * as standalone from 'ajv/dist/standalone/index.js';

/** What ajv's generated code would `require`, as source. */
const RUNTIME: Readonly<Record<string, string>> = {
  'require("ajv/dist/runtime/ucs2length").default': '(text) => { let n = 0; for (const _ of text) n += 1; return n; }',
};

/** The module is CommonJS and says `default` itself; bundlers and Node see it at different depths. */
const generate: typeof standalone.default = Reflect.get(standalone.default, 'default') ?? standalone.default;

/** `exported` has the `$id` of a schema by the name under which its validator is exported. */
export function standaloneCode(ajv: Ajv, exported: Readonly<Record<string, string>>): string {
  let code = generate(ajv, exported);
  for (const [call, source] of Object.entries(RUNTIME)) code = code.replaceAll(call, source);
  if (/\brequire\(|new Function|\beval\(/.test(code))
    throw new Error('The generated validators are not self-contained.');
  return code;
}
