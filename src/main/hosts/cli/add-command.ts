// How a command joins the program: it declares itself and hands its action over.
import type { Command } from 'commander';
import type { Invocation } from './cli-options.ts';

/** Resolves to the exit code. The arguments after the invocation are commander's: the command's own, then its options. */
type Action<A extends readonly unknown[]> = (call: Invocation, ...args: A) => Promise<number>;

/** Turns an action into what commander calls: with the invocation made, and the exit code kept. */
export type Act = <A extends readonly unknown[]>(action: Action<A>) => (...args: unknown[]) => Promise<void>;

export type AddCommand = (program: Command, act: Act) => void;
