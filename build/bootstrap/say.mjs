// What the bootstrap says: one line a step, what and why; a failure is a sentence with a remedy.

const started = performance.now();

/** One line on stderr with the seconds since the start. */
export function say(text) {
  process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${text}\n`);
}

/** A failure that a person can do something about; `advice` says what. */
export class SetupFailure extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** Runs a script's body; a SetupFailure becomes two lines and exit 4, anything else keeps its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`\n${error.message}\n${error.advice}\n`);
    process.exitCode = 4;
  }
}
