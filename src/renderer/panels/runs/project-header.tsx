// The project in plain words: its name, where it stands, and what deserves attention before a run.
import { FolderGit2, GitBranch, Info, Pencil } from 'lucide-react';
import type { ProjectHead } from '../../../shared/ipc/views.ts';
import { counted } from '../../widgets/counted.ts';
import { Hash } from '../../widgets/facts.tsx';

export function ProjectHeader({ project }: { readonly project: ProjectHead }) {
  return (
    <header className="project">
      <span className="project-icon">
        <FolderGit2 size={20} aria-hidden />
      </span>
      <div className="project-words">
        <h1>{project.name}</h1>
        <p className="project-place">
          <span className="project-fact">
            <GitBranch size={13} aria-hidden />
            {project.branch ?? 'no branch (detached head)'}
          </span>
          <span className="project-fact">
            at <Hash value={project.head} />
          </span>
          <span className="project-fact truncate" title={project.root}>
            {project.root}
          </span>
        </p>
        {project.dirtyFiles > 0 ? <DirtyNote count={project.dirtyFiles} /> : null}
        {project.notes.map((note) => (
          <p key={note} className="project-note">
            <Info size={13} aria-hidden />
            {note}
          </p>
        ))}
      </div>
    </header>
  );
}

function DirtyNote({ count }: { readonly count: number }) {
  return (
    <p className="project-note">
      <Pencil size={13} aria-hidden />
      {`${counted(count, 'file')} in your folder ${count === 1 ? 'has' : 'have'} changes that are not committed. `}A run
      starts from the last commit and leaves them alone.
    </p>
  );
}
