// Where a project file allows direct edits.
import { escapePointer } from '../uet/json-pointer.ts';
import type { ProjectFlags } from './project-flags.ts';

export interface DirectEditPlace {
  /** As people write it: `flags.tools.command.patch_mode`. */
  readonly path: string;
  /** JSON pointer. */
  readonly pointer: string;
}

/** The fields that say `patch_mode: false`; none where every task's work becomes a patch. */
export function directEditPlaces({ patchMode, tools, workstreams }: ProjectFlags): readonly DirectEditPlace[] {
  const off = (level: string, flags: ReadonlyMap<string, { readonly patchMode: boolean | null }>) =>
    [...flags].filter(([, said]) => said.patchMode === false).map(([name]) => place(['flags', level, name]));
  const ofProject = patchMode === false ? [place(['flags'])] : [];
  return [...ofProject, ...off('tools', tools), ...off('workstreams', workstreams)];
}

function place(names: readonly string[]): DirectEditPlace {
  const all = [...names, 'patch_mode'];
  return { path: all.join('.'), pointer: `/${all.map(escapePointer).join('/')}` };
}
