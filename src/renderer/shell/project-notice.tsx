// Says above a screen when the project can only be looked at, and in its place when it is not open here.
import { Eye, FolderX } from 'lucide-react';
import type { ReactNode } from 'react';
import { currentProject, showProject } from '../views/current-project.ts';
import { useView } from '../views/service.tsx';
import { Button } from '../widgets/button.tsx';

export function ProjectNotice({ children }: { readonly children: ReactNode }) {
  const { head, error } = useView('project', {});
  if (error?.code === 'E_NOT_FOUND' && currentProject() !== null) {
    return (
      <div className="project-notice" role="status">
        <FolderX size={15} aria-hidden />
        <span>This project is not open in this Patchbay. Open it from the list of projects at the left.</span>
        <Button size="small" onClick={() => showProject(null)}>
          Back to the first project
        </Button>
      </div>
    );
  }
  return (
    <>
      {head === null || head.readOnly === null ? null : (
        <div className="project-notice" role="status">
          <Eye size={15} aria-hidden />
          <span>
            <strong>Looking on.</strong> {head.readOnly}
          </span>
        </div>
      )}
      {children}
    </>
  );
}
