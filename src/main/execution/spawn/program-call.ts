// How a program is handed to the operating system once its file is known.

export interface ProgramCall {
  readonly file: string;
  readonly args: readonly string[];
  /** Windows: the arguments are already quoted for their reader. */
  readonly verbatim: boolean;
}
