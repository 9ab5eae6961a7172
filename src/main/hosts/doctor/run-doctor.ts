// Looks at everything a run needs before there is one; starts no tool and changes nothing.
import { checkMachine } from './check-machine.ts';
import { checkPrograms, type Programs } from './check-programs.ts';
import { checkProject } from './check-project.ts';
import type { DoctorFinding } from './doctor-finding.ts';

export interface DoctorReport {
  /** No finding is an error. */
  readonly ok: boolean;
  readonly findings: readonly DoctorFinding[];
}

export interface DoctorPlace extends Programs {
  readonly projectDir: string;
  readonly dataDir: string;
}

export async function runDoctor(place: DoctorPlace): Promise<DoctorReport> {
  const [programs, project, machine] = await Promise.all([
    checkPrograms(place),
    checkProject(place.projectDir),
    checkMachine(place.dataDir),
  ]);
  const findings = [...programs, ...project, ...machine];
  return { ok: findings.every(({ level }) => level !== 'error'), findings };
}
