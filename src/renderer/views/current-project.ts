// Which project of the service this page shows: it is in the address, so that a reload and a link keep it.

/** Null for the project that the service was started for. */
export function currentProject(): string | null {
  return new URLSearchParams(window.location.search).get('project');
}

/** Loads the page anew with another project; nothing of the one before stays. */
export function showProject(key: string | null): void {
  const address = new URL(window.location.href);
  if (key === null) address.searchParams.delete('project');
  else address.searchParams.set('project', key);
  address.hash = '#/runs';
  window.location.assign(address);
}
