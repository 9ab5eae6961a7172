// The left rail: the screens that exist, the command palette, and the theme.
import { Command, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { PANELS, RAIL } from '../panels/registry.tsx';
import { formatRoute, type PanelId, type Route } from '../views/route.ts';
import { Hint } from '../widgets/hint.tsx';
import { chooseTheme, type ThemeChoice, useTheme, useThemeChoice } from '../widgets/theme.ts';
import { Logo } from './logo.tsx';
import { ProjectMenu } from './project-menu.tsx';

const TARGETS: Readonly<Record<(typeof RAIL)[number], Route>> = {
  runs: { panel: 'runs' },
  patches: { panel: 'patches', runId: null },
  workers: { panel: 'workers' },
  events: { panel: 'events', runId: null },
};

export function Rail({ current, onPalette }: { readonly current: PanelId; onPalette(): void }) {
  return (
    <nav className="rail" aria-label="Screens">
      <a className="rail-logo" href={formatRoute(TARGETS.runs)} aria-label="Patchbay, all runs">
        <Logo />
      </a>
      {RAIL.map((id) => {
        const { title, icon: Icon } = PANELS[id];
        return (
          <a
            key={id}
            className="rail-item"
            href={formatRoute(TARGETS[id])}
            aria-current={current === id ? 'page' : undefined}
          >
            <Icon size={19} strokeWidth={1.9} aria-hidden />
            <span>{title}</span>
          </a>
        );
      })}
      <span className="rail-gap" />
      <ProjectMenu />
      <Hint text="Commands" keys="Ctrl+K" side="right">
        <button type="button" className="rail-button" aria-label="Commands" onClick={onPalette}>
          <Command size={17} aria-hidden />
        </button>
      </Hint>
      <ThemeMenu />
    </nav>
  );
}

const THEMES: readonly { readonly value: ThemeChoice; readonly label: string; readonly icon: typeof Sun }[] = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
];

function ThemeMenu() {
  const theme = useTheme();
  const choice = useThemeChoice();
  const Icon = theme === 'dark' ? Moon : Sun;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="rail-button" aria-label="Theme" title="Theme">
        <Icon size={17} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="right" align="end" sideOffset={8}>
          <DropdownMenu.RadioGroup value={choice} onValueChange={pick}>
            {THEMES.map(({ value, label, icon: Each }) => (
              <DropdownMenu.RadioItem key={value} value={value} className="menu-item">
                <Each size={15} aria-hidden />
                {label}
                <DropdownMenu.ItemIndicator className="menu-tick">✓</DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function pick(value: string): void {
  chooseTheme(THEMES.find((each) => each.value === value)?.value ?? 'system');
}
