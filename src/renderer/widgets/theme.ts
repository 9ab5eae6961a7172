// Light, dark or as the system says: kept in this browser, shown as `data-theme` on the page.
import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type Theme = 'light' | 'dark';

const KEY = 'patchbay.theme';
const listeners = new Set<() => void>();

export function themeChoice(): ThemeChoice {
  const stored = window.localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  window.localStorage.setItem(KEY, choice);
  showTheme();
}

/** Called once before the first render, so that the page never flashes in the wrong theme. */
export function startTheme(): void {
  systemDark().addEventListener('change', showTheme);
  showTheme();
}

export function useTheme(): Theme {
  return useSyncExternalStore(watch, theme);
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(watch, themeChoice);
}

function theme(): Theme {
  const choice = themeChoice();
  if (choice !== 'system') return choice;
  return systemDark().matches ? 'dark' : 'light';
}

function showTheme(): void {
  document.documentElement.dataset.theme = theme();
  for (const listener of listeners) listener();
}

function systemDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
