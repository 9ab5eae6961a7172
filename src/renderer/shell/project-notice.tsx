// Says above every screen when the project can only be looked at, or is not open here at all.
import { Eye, FolderX } from 'lucide-react';
import { currentProject, showProject } from '../views/current-project.ts';
import { useView } from '../views/service.tsx';
import { Button } from '../widgets/button.tsx';

export function ProjectNotice() {
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
  if (head === null || head.readOnly === null) return null;
  return (
    <div className="project-notice" role="status">
      <Eye size={15} aria-hidden />
      <span>
        <strong>Looking on.</strong> {head.readOnly}
      </span>
    </div>
  );
}
