// What the doctor says about one thing that Patchbay needs, as the command line prints it (cli.md).

/** `error`: nothing runs before it is mended. `warning`: something is weaker than it could be. */
export type DoctorLevel = 'ok' | 'info' | 'warning' | 'error';

export interface DoctorFinding {
  /** Stable, in kebab-case. */
  readonly id: string;
  readonly level: DoctorLevel;
  readonly message: string;
  /** Empty where there is nothing to do. */
  readonly remedy: string;
}

export function fine(id: string, message: string): DoctorFinding {
  return { id, level: 'ok', message, remedy: '' };
}
