// What an edge between two tasks asks for, in a few words; a plain one needs none.
import type { TaskView } from '../../../shared/ipc/views.ts';

type Edge = TaskView['after'][number];

export function edgeWords({ edge, gate, implied }: Edge): string | null {
  if (implied === true) return 'writes what this reads';
  switch (edge) {
    case 'success':
      return null;
    case 'finish':
      return 'whatever its outcome';
    case 'artifact':
      return 'hands on what it changed';
    case 'gate':
      return `gate ${gate ?? ''} has to pass`;
  }
}
