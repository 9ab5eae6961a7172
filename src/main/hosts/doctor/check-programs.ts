// Programs on this machine: Node, git, and the coding tools that Patchbay knows by name.
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import { KNOWN_TOOLS } from '../../../shared/plan/known-tools.ts';
import { resolveProgram } from '../../execution/spawn/resolve-program.ts';
import { OLDEST_GIT } from '../../integration/git/git-version.ts';
import { installedGit } from '../../integration/git/installed-git.ts';
import { type DoctorFinding, fine } from './doctor-finding.ts';

export interface Programs {
  readonly env: Readonly<Record<string, string>>;
  /** Exists. */
  readonly cwd: string;
}

/** No program of the list, and no folder of the plan's own: built in, or a protocol. */
const NO_PROGRAMS: readonly string[] = ['script', 'command', 'acp'];

export async function checkPrograms(place: Programs): Promise<readonly DoctorFinding[]> {
  const tools = KNOWN_TOOLS.filter((tool) => !NO_PROGRAMS.includes(tool)).map((tool) => checkTool(tool, place));
  return [fine('node', `Node ${process.versions.node}`), await checkGit(place), ...tools];
}

async function checkGit({ cwd }: Programs): Promise<DoctorFinding> {
  try {
    const { major, minor } = await installedGit(cwd);
    return fine('git', `git ${major}.${minor} (${OLDEST_GIT.major}.${OLDEST_GIT.minor} or newer is needed)`);
  } catch (thrown) {
    const { message, advice } = asPatchbayError(thrown);
    return { id: 'git', level: 'error', message, remedy: advice };
  }
}

/** Looks only whether it is there: to ask it for its version would start a stranger's program. */
function checkTool(tool: string, { env, cwd }: Programs): DoctorFinding {
  const id = `tool-${tool}`;
  try {
    const { file } = resolveProgram({ argv: [tool], cwd, env });
    const remedy = `This version cannot start it by its name: declare it with its arguments below \`tools\` in patchbay.yaml.`;
    return { id, level: 'info', message: `${tool} is installed: ${file}`, remedy };
  } catch {
    return {
      id,
      level: 'info',
      message: `${tool} is not on the PATH`,
      remedy: 'Install it if a plan of yours uses it.',
    };
  }
}
