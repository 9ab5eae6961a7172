// Two panes side by side that can be resized, by mouse or keyboard, and come back as they were left.
import './panes.css';
import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

export interface PanesProps {
  /** Under which the sizes are remembered. */
  readonly name: string;
  readonly main: ReactNode;
  /** Null while there is nothing beside. */
  readonly side: ReactNode;
  /** Which edge the side pane holds. */
  readonly edge: 'left' | 'right';
  readonly sideLabel: string;
  /** Sizes of the side pane in pixels. */
  readonly size: { readonly min: number; readonly first: number; readonly max: number };
}

export function Panes({ name, main, side, edge, sideLabel, size }: PanesProps) {
  const layout = useDefaultLayout({
    id: `patchbay.panes.${name}`,
    panelIds: side === null ? ['main'] : ['main', 'side'],
  });
  const sidePanel = (
    <Panel
      key="side"
      id="side"
      className="pane"
      minSize={size.min}
      defaultSize={size.first}
      maxSize={size.max}
      groupResizeBehavior="preserve-pixel-size"
    >
      {side}
    </Panel>
  );
  const mainPanel = (
    <Panel key="main" id="main" className="pane" minSize={240}>
      {main}
    </Panel>
  );
  const separator = <Separator key="separator" className="pane-separator" aria-label={`Resize ${sideLabel}`} />;
  if (side === null) {
    return (
      <Group id={name} className="panes" {...layout}>
        {[mainPanel]}
      </Group>
    );
  }
  return (
    <Group id={name} className="panes" {...layout}>
      {edge === 'left' ? [sidePanel, separator, mainPanel] : [mainPanel, separator, sidePanel]}
    </Group>
  );
}
