// Where a project file allows direct edits.
import type { ProjectFlags } from './project-flags.ts';

/** Paths of the fields that say `patch_mode: false`; none where every task's work becomes a patch. */
export function directEditPlaces({ patchMode, tools, workstreams }: ProjectFlags): readonly string[] {
  const off = (level: string, flags: ReadonlyMap<string, { readonly patchMode: boolean | null }>) =>
    [...flags].filter(([, said]) => said.patchMode === false).map(([name]) => `flags.${level}.${name}.patch_mode`);
  const ofProject = patchMode === false ? ['flags.patch_mode'] : [];
  return [...ofProject, ...off('tools', tools), ...off('workstreams', workstreams)];
}
