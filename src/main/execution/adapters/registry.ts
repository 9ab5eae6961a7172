// Every adapter, one line each.
import type { Launch } from '../../../shared/plan/plan.ts';
import type { Adapter } from './adapter.ts';
import { commandAdapter } from './command/command-adapter.ts';
import { patchAdapter } from './patch/patch-adapter.ts';
import { scriptAdapter } from './script/script-adapter.ts';

export const ADAPTERS: readonly Adapter[] = [commandAdapter, patchAdapter, scriptAdapter];

/** Undefined for a tool that this version cannot start, and for a person's task. */
export function adapterFor(launch: Launch): Adapter | undefined {
  return ADAPTERS.find((adapter) => adapter.kind === launch.kind);
}
