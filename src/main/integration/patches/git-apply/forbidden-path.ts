// Paths that git never writes: outside the tree, or into its own folder under any of its names.

/** Left out of names by HFS+, as the bytes of their UTF-8: git’s own folder could hide behind them. */
const IGNORED_BY_HFS = /\xe2\x80[\x8c-\x8f\xaa-\xae]|\xe2\x81[\xaa-\xaf]|\xef\xbb\xbf/g;

/** `path` is latin1, one character for each byte. What is refused here is a superset of what git refuses on any system. */
export function isForbiddenPath(path: string): boolean {
  return path.split(/[/\\]/).some((part) => part === '' || part === '.' || part === '..' || isGitFolder(part));
}

function isGitFolder(part: string): boolean {
  const [plain = ''] = part.replace(IGNORED_BY_HFS, '').toLowerCase().split(':');
  return /^(?:\.git|git~[0-9]+)[. ]*$/.test(plain);
}
