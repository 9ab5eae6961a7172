// Every screen: its title and icon, whether the rail shows it, and how it is made from the address.
import { Activity, FileDiff, GitPullRequestArrow, type LucideIcon, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PanelId, Route } from '../views/route.ts';
import { EventsPanel } from './events/events-panel.tsx';
import { PatchPanel } from './patch/patch-panel.tsx';
import { PatchesPanel } from './patches/patches-panel.tsx';
import { RunPanel } from './run/run-panel.tsx';
import { RunsPanel } from './runs/runs-panel.tsx';
import { WorkersPanel } from './workers/workers-panel.tsx';

interface Panel<P extends PanelId> {
  readonly title: string;
  readonly icon: LucideIcon;
  /** The entry of the rail that is lit while this screen is shown. */
  readonly rail: PanelId;
  readonly render: (route: Extract<Route, { panel: P }>) => ReactNode;
}

export const PANELS: { readonly [P in PanelId]: Panel<P> } = {
  runs: { title: 'Runs', icon: GitPullRequestArrow, rail: 'runs', render: () => <RunsPanel /> },
  run: { title: 'Run', icon: GitPullRequestArrow, rail: 'runs', render: (route) => <RunPanel {...route} /> },
  patches: {
    title: 'Patches',
    icon: FileDiff,
    rail: 'patches',
    render: (route) => <PatchesPanel runId={route.runId} />,
  },
  patch: { title: 'Patch', icon: FileDiff, rail: 'patches', render: (route) => <PatchPanel {...route} /> },
  workers: { title: 'Workers', icon: Users, rail: 'workers', render: () => <WorkersPanel /> },
  events: { title: 'Events', icon: Activity, rail: 'events', render: (route) => <EventsPanel runId={route.runId} /> },
};

/** Screens in the rail, from top to bottom. */
export const RAIL = ['runs', 'patches', 'workers', 'events'] as const satisfies readonly PanelId[];

export function renderPanel(route: Route): ReactNode {
  const render = PANELS[route.panel].render as (route: Route) => ReactNode; // the entry of this very panel
  return render(route);
}
