// Asks one question at the terminal; on stderr, because stdout is for results.
import { createInterface } from 'node:readline/promises';

/** Null when the person ends the input or presses Ctrl+C. */
export async function askTerminal(question: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const broken = new Promise<null>((settle) => {
    lines.once('SIGINT', () => settle(null));
    lines.once('close', () => settle(null));
  });
  try {
    return await Promise.race([lines.question(question), broken]);
  } finally {
    lines.close();
  }
}
