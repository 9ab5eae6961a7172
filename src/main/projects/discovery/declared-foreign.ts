// Files that .gitattributes declares to be generated, vendored or documentation of others, as GitHub's Linguist reads it.
import { matchAny } from '../../../shared/lib/glob.ts';

/** `text` is that of the root's .gitattributes. The last line that speaks of a path counts, as with git. */
export function declaredForeign(text: string): (path: string) => boolean {
  const rules = text.split(/\r?\n/).flatMap((line) => {
    const [pattern = '', ...attributes] = line.trim().split(/\s+/);
    const said = attributes.map(foreignness).find((one) => one !== null);
    if (said === undefined || said === null || pattern.startsWith('#') || pattern.startsWith('"')) return [];
    return [{ matches: matchAny(globsOf(pattern)), foreign: said }];
  });
  return (path) => rules.findLast((rule) => rule.matches(path))?.foreign ?? false;
}

function foreignness(attribute: string): boolean | null {
  const match = /^(-?)linguist-(?:vendored|generated)(?:=(true|false))?$/.exec(attribute);
  return match === null ? null : match[1] !== '-' && match[2] !== 'false';
}

/** A pattern without a slash means the name anywhere; git's patterns for attributes do not reach below a folder by themselves. */
function globsOf(pattern: string): readonly string[] {
  const glob = pattern.replace(/^\//, '');
  return [pattern.includes('/') ? glob : `**/${glob}`];
}
