// What code does in one place, in a form that is the same for all languages: who is called, with what.

/**
 * `call` and `create` (`new X`) are of programming languages, `command` of shells; `set` gives a name a value, whether
 * by an assignment, a property or a named argument; `text` is a string that a program runs as code of its own.
 */
export type CallKind = 'call' | 'create' | 'command' | 'set';

export interface CodeCall {
  readonly kind: CallKind;
  /** In the result, from 1. */
  readonly line: number;
  /** What is called or set, without spaces and quotes; of PowerShell in lower case. At most 200 characters. */
  readonly name: string;
  readonly args: readonly CallArgument[];
  /** Commands whose output goes into this one through pipes, or that stand in for its arguments. */
  readonly fedBy: readonly string[];
}

export interface CallArgument {
  /** At most 2 000 characters. */
  readonly text: string;
  /** It is the same at every run: a literal without anything put into it. */
  readonly literal: boolean;
}
