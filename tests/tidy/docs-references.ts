// What the documents point at: links, paths of the repository, npm scripts; each must be there.
import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ROOT, type Violation } from './source-files.ts';

export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A path in backticks that begins like this belongs to the repository. */
const OURS = /^(src|tests|build|schema|resources|docs)\/[^\s*]*$/;

export function referenceViolations(page: Page, scripts: readonly string[]): readonly Violation[] {
  return page.text.split('\n').flatMap((row, index) => {
    const messages = [...linkProblems(page, row), ...pathProblems(row), ...scriptProblems(row, scripts)];
    return messages.map((message) => ({ path: page.path, line: index + 1, message }));
  });
}

/** Pictures are left to `npm run screenshots`, which makes them. */
function linkProblems(page: Page, row: string): readonly string[] {
  return [...row.matchAll(/(?<!!\[[^\]]*)\]\(([^)]+)\)/g)].flatMap(([, link = '']) => {
    const target = link.replace(/#.*$/, '');
    if (/^[a-z]+:/.test(link) || target === '') return [];
    return existsSync(join(ROOT, dirname(page.path), target)) ? [] : [`links to ${target}, which is not there`];
  });
}

/** Names of folders and files that stand for any, such as `refs/…/<run>` or `NNNN-what.sql`, are left out. */
function pathProblems(row: string): readonly string[] {
  return [...row.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) => {
    if (!OURS.test(text) || /[<{…]/.test(text)) return [];
    return existsSync(join(ROOT, posix.normalize(text))) ? [] : [`names ${text}, which is not there`];
  });
}

function scriptProblems(row: string, scripts: readonly string[]): readonly string[] {
  return [...row.matchAll(/npm run (?:-s )?([a-z]+)/g)].flatMap(([, name = '']) =>
    scripts.includes(name) ? [] : [`names the script ${name}, which package.json has not`],
  );
}
