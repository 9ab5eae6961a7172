// The window: rail, the screen of the address, status bar and command palette, around one lasting connection.
import './tokens.css';
import './base.css';
import './shell.css';
import { useEffect, useState } from 'react';
import { PANELS, renderPanel } from '../panels/registry.tsx';
import { ConnectingPage } from '../panels/start/connecting-page.tsx';
import { LockedPage } from '../panels/start/locked-page.tsx';
import { useRoute } from '../views/route.ts';
import { type Service, ServiceProvider, useLinkState } from '../views/service.tsx';
import { HintProvider } from '../widgets/hint.tsx';
import { ToastProvider } from '../widgets/toasts.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ProjectNotice } from './project-notice.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';

export function App({ service }: { readonly service: Service }) {
  return (
    <ServiceProvider service={service}>
      <HintProvider delayDuration={400}>
        <ToastProvider>
          <Window />
        </ToastProvider>
      </HintProvider>
    </ServiceProvider>
  );
}

function Window() {
  const link = useLinkState();
  if (link === 'locked') return <LockedPage />;
  return link === 'connecting' ? <ConnectingPage /> : <Workbench />;
}

function Workbench() {
  const route = useRoute();
  const [palette, setPalette] = useState(false);
  usePaletteKey(setPalette);
  useEffect(() => {
    document.title = `${PANELS[route.panel].title} · Patchbay`;
  }, [route.panel]);
  return (
    <div className="window">
      <button type="button" className="skip" onClick={focusScreen}>
        Skip to the screen
      </button>
      <Rail current={PANELS[route.panel].rail} onPalette={() => setPalette(true)} />
      <main id="main-screen" className="window-screen" tabIndex={-1}>
        <ProjectNotice>
          <ErrorBoundary key={route.panel}>{renderPanel(route)}</ErrorBoundary>
        </ProjectNotice>
      </main>
      <StatusBar />
      <CommandPalette open={palette} onOpen={setPalette} />
    </div>
  );
}

/** A button and not an anchor: the address is the route. */
function focusScreen(): void {
  document.getElementById('main-screen')?.focus();
}

function usePaletteKey(setOpen: (change: (open: boolean) => boolean) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [setOpen]);
}
