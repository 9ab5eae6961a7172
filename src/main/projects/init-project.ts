// `init`: looks at a repository and writes its project file and a first plan; never touches a file that is there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import { stringify } from 'yaml';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { type Discovery, discoverRepository } from './discover-repository.ts';
import { PROJECT_FILE } from './load-project.ts';
import { commonGitDir } from './project-key.ts';
import { slug } from './slug.ts';

export interface InitOptions {
  /** Make a repository where there is none; otherwise `E_NOT_A_REPOSITORY` is thrown. */
  readonly createRepository: boolean;
}

/** Paths are relative to the repository's root, with `/` as separator. */
export interface InitReport {
  readonly project_id: string;
  readonly profile_id: string;
  readonly domain: string;
  readonly confidence: number;
  readonly root: string;
  readonly created: readonly string[];
  readonly skipped: readonly string[];
  /** What only a person can decide. */
  readonly needs_person: readonly string[];
}

/** `folder` may be any folder inside the repository. */
export async function initProject(folder: string, options: InitOptions): Promise<InitReport> {
  const root = await repositoryRoot(folder, options);
  const listed = await simpleGit({ baseDir: root }).raw(['ls-files', '-z']);
  const discovery = discoverRepository(root, listed.split('\0').filter(Boolean));
  const projectId = slug(basename(root), 'project');
  const files = [
    { path: PROJECT_FILE, text: projectText(projectId, basename(root), discovery) },
    { path: 'plans/first.plan.yaml', text: firstPlanText(projectId) },
  ];
  const written = files.map((file) => ({ path: file.path, isNew: writeNew(join(root, file.path), file.text) }));
  return {
    project_id: projectId,
    profile_id: discovery.profileId,
    domain: discovery.domain,
    confidence: discovery.confidence,
    root,
    created: written.filter((one) => one.isNew).map((one) => one.path),
    skipped: written.filter((one) => !one.isNew).map((one) => one.path),
    needs_person: questions(discovery, listed === ''),
  };
}

async function repositoryRoot(folder: string, options: InitOptions): Promise<string> {
  if (options.createRepository) mkdirSync(folder, { recursive: true });
  try {
    await commonGitDir(folder);
  } catch (thrown) {
    const absent = thrown instanceof PatchbayError && thrown.code === 'E_NOT_A_REPOSITORY';
    if (!absent || !options.createRepository) throw thrown;
    await simpleGit({ baseDir: folder }).raw(['init', '--quiet', '--initial-branch=main']);
  }
  const git = simpleGit({ baseDir: folder });
  if ((await git.raw(['rev-parse', '--is-bare-repository'])).trim() === 'true') {
    throw new PatchbayError(
      'E_BARE_REPOSITORY',
      `${folder} is a bare repository, which has no working files`,
      'Clone it to a folder of its own and set up the project there.',
      { folder },
    );
  }
  return resolve((await git.raw(['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, ''));
}

/** False when the file is there already; it is then left as it is. */
function writeNew(file: string, text: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && Reflect.get(thrown, 'code') === 'EEXIST') return false;
    throw thrown;
  }
}

function questions(discovery: Discovery, empty: boolean): readonly string[] {
  const found: string[] = [];
  if (empty) found.push('The repository has no files yet: commit something first, a run starts from a commit.');
  if (!empty && discovery.confidence < 0.8)
    found.push('Check the profile: the files speak for more than one kind of project.');
  if (discovery.gates.length === 0) found.push(`Add a gate to ${PROJECT_FILE}: no lint or test command was found.`);
  if (discovery.setup.length > 0) found.push(`Check workspace.setup in ${PROJECT_FILE}: it installs from the network.`);
  return found;
}

function projectText(projectId: string, name: string, discovery: Discovery): string {
  const workspace = discovery.setup.length > 0 ? { setup: discovery.setup, key_files: discovery.keyFiles } : null;
  const settings = {
    schema: 'patchbay/project.v1',
    project_id: projectId,
    name,
    profile_id: discovery.profileId,
    domain: discovery.domain,
    ...(discovery.gates.length > 0 ? { gates: discovery.gates } : {}),
    ...(workspace ? { workspace } : {}),
    policy: { max_lines_changed: 300, max_files_changed: 10 },
  };
  return `# What holds for every plan of this project; a plan may only tighten it.\n${stringify(settings)}`;
}

function firstPlanText(projectId: string): string {
  return `# A first plan to try: one task of the built-in offline tool. Run it with: patchbay run plans/first.plan.yaml
schema: patchbay/plan.v1
plan_id: first
project_id: ${projectId}
name: First plan
phases:
  - phase_id: PH-01
    name: Hello
    workstreams:
      - workstream_id: WS-HELLO
        name: Say hello
        objective: See one task become a patch and a commit.
        gates: []          # remove this line to let the project's gates judge the patch
        tasks:
          - task_id: hello
            name: Write a greeting
            kind: documentation
            tool: script
            script:
              edits:
                - write: docs/hello-from-patchbay.md
                  text: |
                    # Hello from Patchbay

                    This file was written by a task, became a patch, and was committed to the run's own ref.
`;
}
