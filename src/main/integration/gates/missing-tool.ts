// Tells a gate that could not do its work, because something is not installed, from one whose work came out badly.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { remedyFor } from '../../../shared/domain/tool-remedies.ts';
import type { SpawnExit } from '../../../shared/ports/spawn.ts';

export interface MissingTool {
  /** As remedies know it: a program, `npm:package`, `python:module`, `powershell:Module`. */
  readonly need: string;
  /** For a sentence, such as `the program eslint`. */
  readonly what: string;
  readonly remedy: string;
}

interface Ended {
  readonly argv: readonly string[];
  readonly exit: Pick<SpawnExit, 'exitCode'>;
  /** The end of its output. */
  readonly tail: string;
}

const CMDLETS: Readonly<Record<string, string>> = {
  'Invoke-ScriptAnalyzer': 'PSScriptAnalyzer',
  'Invoke-Pester': 'Pester',
};

/** Null where the tree may be to blame: a patch that imports what nobody declared is not the machine's fault. */
export async function missingIn(workspace: string, ended: Ended): Promise<MissingTool | null> {
  return ofShell(ended) ?? ofPython(ended) ?? ofPowershell(ended) ?? ofCargo(ended) ?? (await ofNpm(workspace, ended));
}

/** 127 and 9009 are what shells answer when there is no such program, also those of `npm run`. */
function ofShell({ exit, tail }: Ended): MissingTool | null {
  if (exit.exitCode !== 127 && exit.exitCode !== 9009) return null;
  const unix =
    /(?:^|[:\s])'?([\w@.+/-]+)'?: (?:command )?not found$/m.exec(tail) ??
    /command not found: ([\w@.+/-]+)$/m.exec(tail);
  const windows = /'"?([\w@.+-]+)"?' is not recognized as an internal or external command/.exec(tail);
  const name = unix?.[1] ?? windows?.[1];
  return name === undefined ? null : program(name);
}

/** `python -m NAME` says which module it has not; an import inside of the tree fails with a traceback. */
function ofPython({ argv, tail }: Ended): MissingTool | null {
  const name = /^\S*python[\w.]*(?:\.exe)?: No module named '?([\w.]+)'?$/m.exec(tail)?.[1];
  if (name === undefined || !argv.includes(name)) return null;
  return { need: `python:${name}`, what: `the Python module ${name}`, remedy: remedyFor(`python:${name}`) };
}

function ofPowershell({ tail }: Ended): MissingTool | null {
  const cmdlet = /The term '([\w-]+)' is not recognized/.exec(tail)?.[1];
  const loaded = /The specified module '([\w.-]+)' was not loaded/.exec(tail)?.[1];
  const name = loaded ?? (cmdlet === undefined ? undefined : CMDLETS[cmdlet]);
  if (name === undefined) return null;
  return { need: `powershell:${name}`, what: `the PowerShell module ${name}`, remedy: remedyFor(`powershell:${name}`) };
}

function ofCargo({ tail }: Ended): MissingTool | null {
  const name = /error: (?:no such command: `([\w-]+)`|'cargo-([\w-]+)(?:\.exe)?' is not installed)/.exec(tail);
  if (name === null) return null;
  const command = name[1] ?? name[2] ?? '';
  const remedy = `Install it, for example with \`rustup component add ${command}\` or \`cargo install cargo-${command}\`.`;
  return { need: `cargo-${command}`, what: `cargo's command ${command}`, remedy };
}

/** A package that the tree declares and that is not installed is missing in the set-up, not in the patch. */
async function ofNpm(workspace: string, { tail }: Ended): Promise<MissingTool | null> {
  const refused = /npx canceled due to missing packages[^[]*\["(@?[\w./-]+?)(?:@[^"]*)?"/.exec(tail)?.[1];
  const imported = /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/.exec(tail)?.[1];
  const name = refused ?? imported;
  if (name === undefined) return null;
  const isKnown = refused !== undefined || (await declares(workspace, name));
  if (!isKnown || existsSync(join(workspace, 'node_modules', name))) return null;
  const remedy =
    'Let the workspaces install it: `workspace: { setup: [[npm, ci]], key_files: [package-lock.json] }` in patchbay.yaml.';
  return { need: `npm:${name}`, what: `the npm package ${name}`, remedy };
}

async function declares(workspace: string, name: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(workspace, 'package.json'), 'utf8'));
    return ['dependencies', 'devDependencies', 'optionalDependencies'].some((key) => {
      const part: unknown = Reflect.get(manifest as object, key); // a manifest that is no object throws, which is caught
      return typeof part === 'object' && part !== null && Object.hasOwn(part, name);
    });
  } catch {
    return false;
  }
}

function program(name: string): MissingTool {
  return { need: name, what: `the program ${name}`, remedy: remedyFor(name) };
}
