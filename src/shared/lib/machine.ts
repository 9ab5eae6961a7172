// One transition table per noun: it drives the transition check, the SQL CHECK, the diagram and the badge.
import { Bug } from './assert.ts';

/** A state machine as data: every state with the states it may move to. A state without moves is terminal. */
export interface Machine<S extends string> {
  readonly noun: string;
  readonly initial: S;
  readonly moves: Readonly<Record<S, readonly S[]>>;
}

/** Names the machine's noun; the type parameter is inferred from the table's keys. */
export function defineMachine<S extends string>(machine: Machine<S>): Machine<S> {
  return machine;
}

export function statesOf<S extends string>(machine: Machine<S>): readonly S[] {
  return Object.keys(machine.moves) as S[]; // the keys of the table are exactly S by its type
}

export function canMove<S extends string>(machine: Machine<S>, from: S, to: S): boolean {
  return machine.moves[from].includes(to);
}

export function isTerminal<S extends string>(machine: Machine<S>, state: S): boolean {
  return machine.moves[state].length === 0;
}

/** Returns `to`, or throws {@link Bug} when the table has no such row. `id` is named in the message. */
export function move<S extends string>(machine: Machine<S>, from: S, to: S, id: string): S {
  if (!canMove(machine, from, to)) throw new Bug(`${machine.noun} ${id} may not move from ${from} to ${to}`);
  return to;
}

/**
 * The body of a SQL CHECK for a column that holds this machine's state. Not `IN (…)`: for a list SQLite builds a table
 * on each execution of the statement, which measured 6 µs, as much as the whole rest of a row's update.
 */
export function sqlCheck<S extends string>(machine: Machine<S>, column: string): string {
  return statesOf(machine)
    .map((state) => `${column} = '${state}'`)
    .join(' OR ');
}

/** A Mermaid state diagram of the table, one line per move. */
export function diagram<S extends string>(machine: Machine<S>): string {
  const rows = statesOf(machine).flatMap((from) => machine.moves[from].map((to) => `  ${from} --> ${to}`));
  const ends = statesOf(machine)
    .filter((state) => isTerminal(machine, state))
    .map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', `  [*] --> ${machine.initial}`, ...rows, ...ends].join('\n');
}
