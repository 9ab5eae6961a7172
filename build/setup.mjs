// `npm run setup`: everything a checkout needs, a browser for the tests included.
import { findBrowser } from './bootstrap/browser.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { runMain, say } from './bootstrap/say.mjs';

await runMain(async () => {
  const node = await prepare();
  const browser = await findBrowser(node);
  say(`Ready. Browser for the tests: ${browser}`);
});
