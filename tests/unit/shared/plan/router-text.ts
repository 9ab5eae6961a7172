// Routers and tools for tests, as short as what a test is about.
import type { RouterFiles } from '../../../../src/shared/plan/open-router.ts';
import type { ProjectSettings } from '../../../../src/shared/plan/project-settings.ts';
import { readProject } from '../../../../src/shared/plan/read-project.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A project that declares tools by name. */
export function projectWith(tools: Readonly<Record<string, Fields>>, more: Fields = {}): ProjectSettings {
  const declared = Object.fromEntries(
    Object.entries(tools).map(([name, fields]) => [name, { command: [name], ...fields }]),
  );
  return readProject({ schema: 'patchbay/project.v1', project_id: 'p', tools: declared, ...more }).settings;
}

export const appText = (fields: Fields = {}): Fields => ({
  kind: 'tool',
  command: 'program',
  capabilities: {},
  ...fields,
});

export const ruleText = (id: string, fields: Fields = {}): Fields => ({ id, match: {}, ...fields });

/** A router file of the project and none of Patchbay's. */
export function routerFile(apps: Readonly<Record<string, Fields>>, rules: readonly Fields[], more: Fields = {}) {
  const document = { version: '1.0.0', apps, routing: { rules }, ...more };
  return { own: { file: 'config/router.json', text: JSON.stringify(document, null, 1) }, shipped: null } as const;
}

/** Only Patchbay's own. */
export const shippedOnly = (files: RouterFiles): RouterFiles => ({ own: null, shipped: files.own });
