// `patchbay doctor`: what this machine and this repository have of all that a run needs.

import type { DoctorFinding, DoctorLevel } from '../../doctor/doctor-finding.ts';
import { type DoctorReport, runDoctor } from '../../doctor/run-doctor.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import type { Paint } from '../output.ts';

export const addDoctor: AddCommand = (program, act) => {
  program
    .command('doctor')
    .description('what this machine and this repository have of all that a run needs; starts no tool')
    .action(act((call) => doctor(call)));
};

async function doctor({ ports, projectDir, dataDir, out }: Invocation): Promise<number> {
  const env = Object.fromEntries(
    Object.entries(ports.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const report = await runDoctor({ env, cwd: ports.cwd, projectDir, dataDir });
  out.result(report, () => doctorText(report, out.paint));
  return report.ok ? 0 : 1;
}

const COLORS: Readonly<Record<DoctorLevel, Parameters<Paint>[0]>> = {
  ok: 'green',
  info: 'dim',
  warning: 'yellow',
  error: 'red',
};

function doctorText({ ok, findings }: DoctorReport, paint: Paint): string {
  const line = ({ level, message, remedy }: DoctorFinding) => {
    const advice = remedy === '' || level === 'ok' ? '' : `\n        ${remedy}`;
    return `${paint(COLORS[level], level.padEnd(7))} ${message}${advice}`;
  };
  const verdict = ok ? 'Runs can start here.' : 'Runs cannot start here before the errors are mended.';
  return [...findings.map(line), verdict].join('\n');
}
