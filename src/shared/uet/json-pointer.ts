// JSON pointers (RFC 6901): the names in them, and how people read them.

export function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

export function unescapePointer(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}

/** `/phases/0/tasks/1/execution/max_attempts` → `execution.max_attempts`; an entry of a list keeps its number. */
export function fieldName(pointer: string): string {
  const parts = pointer.split('/').slice(1).map(unescapePointer);
  const last = parts.findLastIndex((part, index) => /^\d+$/.test(part) && index < parts.length - 1);
  const text = parts
    .slice(last + 1)
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : name ? `${name}.${part}` : part), '');
  return text === '' ? 'the document' : `\`${text}\``;
}
