// Git as a port: every call with our configuration, our environment and an explicit git directory.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import type { ExecResult, Spawn } from '../../../shared/ports/spawn.ts';
import { configArguments } from './git-config.ts';
import { checkoutEnvironment, type Environment, plumbingEnvironment } from './git-environment.ts';
import { type GitVersion, requireGit } from './git-version.ts';
import { type GitLayout, locateRepository } from './locate-repository.ts';
import { makeShadow } from './make-shadow.ts';

export interface Invocation {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
}

/** A working folder of the user's repository: the main one or a linked worktree. */
export interface Checkout {
  readonly path: string;
  readonly gitDir: string;
}

/** The port, and what only this room uses of it. */
export interface RepositoryGit extends Git {
  readonly layout: GitLayout;
  readonly version: GitVersion;
  /** What `run` would start, for processes that stay open. */
  invocation(args: readonly string[], call: GitCall): Invocation;
  /** In the user's checkout, with the user's own line endings and filters, hooks off. */
  runInCheckout(checkout: Checkout, args: readonly string[], ok?: readonly number[]): Promise<ExecResult>;
}

export interface GitOptions {
  readonly repositoryRoot: string;
  readonly shadowDir: string;
  readonly spawn: Spawn;
  /** The host's environment; what may pass is chosen here. */
  readonly env: Environment;
}

const MAX_BYTES = 256 * 1024 * 1024;

/** Rejects with `E_GIT_MISSING`, `E_NOT_A_REPOSITORY`, `E_BARE_REPOSITORY` or `E_UNSUPPORTED_REPOSITORY`. */
export async function createGit(options: GitOptions): Promise<RepositoryGit> {
  const repositoryRoot = resolve(options.repositoryRoot);
  const shadowDir = resolve(options.shadowDir);
  await mkdir(shadowDir, { recursive: true });
  const version = await requireGit(options.spawn, plumbingEnvironment(options.env), shadowDir);
  const layout = await locateRepository({ repositoryRoot, spawn: options.spawn, env: options.env });
  await makeShadow(shadowDir);
  return gitOf(options, { layout, version, shadowDir });
}

interface Opened {
  readonly layout: GitLayout;
  readonly version: GitVersion;
  readonly shadowDir: string;
}

function gitOf(options: GitOptions, { layout, version, shadowDir }: Opened): RepositoryGit {
  const plumbing = configArguments(version, 'plumbing');
  const porcelain = configArguments(version, 'checkout');
  const env = { ...plumbingEnvironment(options.env), HOME: shadowDir };
  const usersEnv = checkoutEnvironment(options.env);

  function invocation(args: readonly string[], call: GitCall): Invocation {
    const gitDir = call.on === 'shadow' ? shadowDir : layout.gitDir;
    const workTree = call.workTree === undefined ? [] : [`--work-tree=${call.workTree}`];
    return {
      argv: ['git', ...plumbing, `--git-dir=${gitDir}`, ...workTree, ...args],
      cwd: call.workTree ?? gitDir,
      env: {
        ...env,
        ...(call.on === 'shadow' ? { GIT_OBJECT_DIRECTORY: layout.objectsDir } : {}),
        ...(call.indexFile === undefined ? {} : { GIT_INDEX_FILE: call.indexFile }),
        ...call.env,
      },
    };
  }

  async function run(args: readonly string[], call: GitCall): Promise<ExecResult> {
    const result = await options.spawn.exec({
      ...invocation(args, call),
      ...(call.input === undefined ? {} : { input: call.input }),
      maxBytes: call.maxBytes ?? MAX_BYTES,
      timeoutMs: call.timeoutMs ?? LIMITS.gitTimeoutMs,
    });
    return answered(args, result, call.ok ?? [0]);
  }

  async function runInCheckout(checkout: Checkout, args: readonly string[], ok: readonly number[] = [0]) {
    const where = [`--git-dir=${checkout.gitDir}`, `--work-tree=${checkout.path}`];
    const result = await options.spawn.exec({
      argv: ['git', ...porcelain, ...where, ...args],
      cwd: checkout.path,
      env: usersEnv,
      maxBytes: MAX_BYTES,
      timeoutMs: LIMITS.gitTimeoutMs,
    });
    return answered(args, result, ok);
  }

  const text = async (args: readonly string[], call: GitCall) =>
    Buffer.from((await run(args, call)).stdout)
      .toString('utf8')
      .replace(/\r?\n$/, '');
  return { objectsDir: layout.objectsDir, shadowDir, layout, version, invocation, run, text, runInCheckout };
}

function answered(args: readonly string[], result: ExecResult, ok: readonly number[]): ExecResult {
  if (result.exitCode !== null && ok.includes(result.exitCode)) return result;
  const said = result.stderr.trim().slice(0, 2000);
  throw new PatchbayError('E_GIT', `git ${args[0]} ended with ${result.exitCode}: ${said}`, adviceFor(said), {
    args: args.slice(0, 12),
    exitCode: result.exitCode,
    stderr: said,
  });
}

function adviceFor(said: string): string {
  if (/\.lock'?: File exists|Unable to create '.*\.lock'/.test(said)) {
    return 'Another git process holds a lock. Wait for it; if none is running, a crash left the lock file: delete it by hand.';
  }
  if (/No space left|Disk quota/.test(said)) return 'The disk is full. Free some space, then resume.';
  return 'Run `git fsck` in the repository; if it is sound, try again.';
}
