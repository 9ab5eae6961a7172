// The 24 px bar at the bottom: workers, queue, branch, sandbox, connection and version.
import { Cpu, GitBranch, ListOrdered, Plug, Shield, Unplug } from 'lucide-react';
import { useLinkState, useView } from '../views/service.tsx';

export function StatusBar() {
  const { head } = useView('project', {});
  return (
    <footer className="status-bar">
      <LinkPill />
      {head === null ? null : (
        <>
          <span title="Workers that run a tool right now, of all workers">
            <Cpu size={12} aria-hidden />
            Workers {head.workersBusy}/{head.workersTotal}
          </span>
          <span title="Patches that wait to be merged and to pass their gates">
            <ListOrdered size={12} aria-hidden />
            Merge queue {head.queueLength}
          </span>
          <span className="status-branch" title={head.root}>
            <GitBranch size={12} aria-hidden />
            <span className="truncate">{head.branch ?? 'detached head'}</span>
          </span>
          <span className="status-sandbox" title={head.sandbox}>
            <Shield size={12} aria-hidden />
            {head.sandbox.split(':', 1)[0]}
          </span>
          <span className="status-version">Patchbay {head.version}</span>
        </>
      )}
    </footer>
  );
}

function LinkPill() {
  const link = useLinkState();
  return (
    <span className="status-link" role="status" aria-label="Connection" data-link={link}>
      {link === 'open' ? <Plug size={12} aria-hidden /> : <Unplug size={12} aria-hidden />}
      {link === 'open' ? 'Connected' : 'Reconnecting…'}
    </span>
  );
}
