// Names of tables and columns as they may stand in SQL, whatever characters they hold.

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Names are compared as SQLite compares them: ASCII letters without their case. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
