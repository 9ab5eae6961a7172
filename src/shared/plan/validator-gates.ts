// What a rule of the router wants its results checked with, as gates of the tasks that it gives a tool.
import { LIMITS } from '../domain/limits.ts';
import type { GateDefinition } from './plan.ts';
import type { LaunchReading } from './read-launch.ts';

/** Each app once; where two rules disagree, it has to pass. */
export function validatorGates(readings: Iterable<LaunchReading>): readonly GateDefinition[] {
  const gates = new Map<string, GateDefinition>();
  for (const { declared } of readings) {
    const routed = declared?.routed;
    for (const { name, argv, timeoutMs } of routed?.validators ?? []) {
      const required = routed?.mustPass === true || gates.get(name)?.required === true;
      gates.set(name, {
        gateId: name,
        kind: 'validator',
        argv,
        shell: false,
        after: [],
        required,
        timeoutMs: timeoutMs ?? LIMITS.gateTimeoutMs,
        expectedExit: 0,
        env: {},
      });
    }
  }
  return [...gates.values()];
}

/** Ids of the gates that a task gets by its rule. */
export function validatorsOf(reading: LaunchReading | undefined): readonly string[] {
  return reading?.declared?.routed?.validators.map((app) => app.name) ?? [];
}
