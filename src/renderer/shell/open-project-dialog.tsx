// Asks for the folder of another project and opens it in the same service.
import { useState } from 'react';
import { showProject } from '../views/current-project.ts';
import { useService } from '../views/service.tsx';
import { useAction } from '../views/use-action.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { TextField } from '../widgets/fields.tsx';
import { TroubleNote } from '../widgets/notice.tsx';

export function OpenProjectDialog({ onClose }: { onClose(): void }) {
  const { connection } = useService();
  const [folder, setFolder] = useState('');
  const open = useAction(async () => {
    const { key } = await connection.call('project.open', { folder: folder.trim() });
    showProject(key);
  });
  const ready = folder.trim() !== '';
  return (
    <Dialog
      open
      title="Open another project"
      onClose={onClose}
      description={
        <p>
          Give the folder of a git repository on this computer. Both projects stay open: their runs go on side by side
          and share the workers fairly.
        </p>
      }
      actions={
        <>
          <Button onClick={onClose}>Stay here</Button>
          <Button look="primary" busy={open.busy} disabled={!ready} onClick={() => open.run()}>
            Open project
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) open.run();
        }}
      >
        <TextField label="Folder" value={folder} onChange={setFolder} help="Its whole path, from the top." />
      </form>
      {open.error === null ? null : <TroubleNote trouble={open.error} />}
    </Dialog>
  );
}
