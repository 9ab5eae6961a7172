// Takes what others write around JSON (`//` and `/* */` comments) out of a document, and leaves every line in its place.

/**
 * In front of a document all comments are understood; inside of one that begins with a bracket, only those that have
 * a line to themselves: no text of JSON goes over a line's end, so such a line cannot be part of one. What is left is
 * JSON where it was JSON, and else YAML, whose own comments stay.
 */
export function withoutComments(text: string): string {
  const length = headLength(text);
  const head = text.slice(0, length);
  const body = text.slice(length);
  const isJson = body.startsWith('{') || body.startsWith('[');
  if (!isJson) return head.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/^([ \t]*)\/\//gm, '$1# ') + body;
  return blank(head) + body.replace(/^[ \t]*\/\/[^\n]*/gm, blank);
}

/** White space, comments and the document's marker. */
function headLength(text: string): number {
  const part = /\s+|---(?=\s)|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
  let at = 0;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) at = part.lastIndex;
  return at;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
