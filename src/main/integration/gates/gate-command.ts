// How a gate is started: its argument vector and its whole environment.
import type { GateOrder } from '../../../shared/ports/integration.ts';
import type { Workspace } from '../../../shared/ports/workspaces.ts';

/** A shell only where the plan asks for one; its text is the gate's only argument. */
export function gateArgv({ gate }: GateOrder, host: Readonly<Record<string, string>>): readonly string[] {
  if (!gate.shell) return gate.argv;
  const [text = ''] = gate.argv;
  if (process.platform !== 'win32') return ['/bin/sh', '-c', text];
  return [host.ComSpec ?? host.COMSPEC ?? 'cmd.exe', '/d', '/s', '/c', text];
}

/** What decides the verdict besides the tree; folders that differ from run to run are not part of it. */
export function gateSettings(
  order: GateOrder,
  host: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return { ...host, ...order.setup.env, ...order.gate.env };
}

export function gateEnvironmentIn(
  workspace: Workspace,
  order: GateOrder,
  host: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { home, tmp } = workspace;
  return {
    ...gateSettings(order, host),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: tmp,
    TMP: tmp,
    TEMP: tmp,
    PATCHBAY_RUN: order.runId,
    PATCHBAY_GATE: order.gate.gateId,
    PATCHBAY_COMMIT: order.commit,
  };
}
