// A repository of the user and its folder of data.
import { basename } from 'node:path';
import { repositoryRoot } from '../../projects/repository-root.ts';
import { projectPaths } from '../service/project-paths.ts';

export interface ProjectPlace {
  /** Names the project on this machine: the name of its folder of data. */
  readonly key: string;
  readonly name: string;
  /** A folder of the repository. */
  readonly folder: string;
  /** The project's own folder in the app's data, which has one owner. */
  readonly ownerDir: string;
}

/** Throws where `folder` is in no repository, or in one without working files. */
export async function placeOf(folder: string, dataDir: string): Promise<ProjectPlace> {
  const root = await repositoryRoot(folder, { createRepository: false });
  return placeIn(root, (await projectPaths(root, dataDir)).root);
}

/** For a repository whose folder of data is known. */
export function placeIn(folder: string, ownerDir: string): ProjectPlace {
  return { key: basename(ownerDir), name: basename(folder), folder, ownerDir };
}
