// That the graph of a run has got another edge.
import type { FoundEdge } from '../domain/command.ts';

export interface DependencyEvents {
  /** From now on the task comes after another one, too. */
  'dependency-added': {
    readonly taskId: string;
    readonly on: string;
    readonly edge: FoundEdge;
    readonly reason: string;
  };
}
