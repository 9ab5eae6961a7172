// The wire door's check: an unknown name or input that its schema refuses never reaches the service.
import type { MethodName, MethodParams } from '../../shared/ipc/contract.ts';
import type { ViewName, ViewParams } from '../../shared/ipc/views.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { type InputValidator, METHOD_VALIDATORS, VIEW_VALIDATORS } from './contract-validators.generated.js';

export interface CheckedCall<M extends MethodName = MethodName> {
  readonly method: M;
  readonly params: MethodParams<M>;
}

export interface CheckedView<V extends ViewName = ViewName> {
  readonly view: V;
  readonly params: ViewParams<V>;
}

/** Throws `E_USAGE` for an unknown method or for parameters that its schema refuses. */
export function checkCall(method: string, params: unknown): CheckedCall {
  if (!isMethod(method)) throw unknownName('method', method, Object.keys(METHOD_VALIDATORS));
  checkAgainst(METHOD_VALIDATORS[method], params, method);
  return { method, params: params as MethodParams<MethodName> }; // the schema has just accepted it
}

/** Throws `E_USAGE` for an unknown view or for parameters that its schema refuses. */
export function checkView(view: string, params: unknown): CheckedView {
  if (!isView(view)) throw unknownName('view', view, Object.keys(VIEW_VALIDATORS));
  checkAgainst(VIEW_VALIDATORS[view], params, view);
  return { view, params: params as ViewParams<ViewName> }; // the schema has just accepted it
}

function checkAgainst(validate: InputValidator, params: unknown, name: string): void {
  if (validate(params)) return;
  const problems = (validate.errors ?? []).slice(0, 10).map((error) => {
    return `${error.instancePath.slice(1) || 'input'} ${error.message ?? 'is not valid'}`;
  });
  throw new PatchbayError(
    'E_USAGE',
    `${name} refused its input: ${problems.join('; ')}`,
    'Correct the named values; ids are 26 characters as `patchbay status` prints them.',
    { name, problems },
  );
}

// `Object.hasOwn` keeps names like `constructor` out.
function isMethod(name: string): name is MethodName {
  return Object.hasOwn(METHOD_VALIDATORS, name);
}

function isView(name: string): name is ViewName {
  return Object.hasOwn(VIEW_VALIDATORS, name);
}

function unknownName(kind: string, name: string, known: readonly string[]): PatchbayError {
  const shown = name.slice(0, 80);
  return new PatchbayError('E_USAGE', `There is no ${kind} '${shown}'`, `Use one of: ${known.join(', ')}.`, {
    name: shown,
  });
}
