// What a command says: one JSON document or text on stdout, and everything else on stderr.
import type { CliPorts } from './cli-ports.ts';

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

export interface Output extends OutputOptions {
  /** The result: `document` as JSON with `--json`, else the text. Say it once. */
  result(document: unknown, text: () => string): void;
  /** One line of the result where it is JSON Lines. */
  line(document: unknown, text: () => string): void;
  /** For people, on stderr; silent with `--quiet`. */
  note(text: string): void;
  /** For people, on stderr; said with `--quiet`, too. */
  complain(text: string): void;
  readonly paint: Paint;
}

export type Paint = (color: 'green' | 'red' | 'yellow' | 'dim' | 'bold', text: string) => string;

const CODES = { green: 32, red: 31, yellow: 33, dim: 2, bold: 1 } as const;

export function output(ports: Pick<CliPorts, 'stdout' | 'stderr'>, options: OutputOptions): Output {
  const colored = options.color && ports.stdout.isTty && !options.json;
  const say = (document: unknown, text: () => string, indent: number) => {
    const said = options.json ? JSON.stringify(document, null, indent) : text();
    if (said !== '') ports.stdout.write(said.endsWith('\n') ? said : `${said}\n`);
  };
  return {
    ...options,
    result: (document, text) => say(document, text, 2),
    line: (document, text) => say(document, text, 0),
    note(text) {
      if (!options.quiet) ports.stderr.write(`${text}\n`);
    },
    complain: (text) => ports.stderr.write(`${text}\n`),
    paint: (color, text) => (colored ? `\x1b[${CODES[color]}m${text}\x1b[0m` : text),
  };
}

/** Rows under their headings, in columns as wide as their widest cell; the last one runs free. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => all.reduce((most, row) => Math.max(most, visible(row[column] ?? '')), 0));
  const lines = all.map((row) => {
    const cells = row.map((cell, column) => {
      return column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - visible(cell));
    });
    return cells.join('  ').trimEnd();
  });
  return lines.join('\n');
}

function visible(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  return text.replace(/\x1b\[\d+m/g, '').length;
}
