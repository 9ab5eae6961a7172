// A readable name made of lower-case letters, digits and dashes, safe as a folder or id on every system.

/** At most 40 characters; `otherwise` when nothing of `text` is left. Accents go, other scripts are dropped. */
export function slug(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? otherwise : plain;
}
