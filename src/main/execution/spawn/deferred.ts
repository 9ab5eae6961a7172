// A promise that is settled from outside, and that nobody needs to wait for.

export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

export function deferred<T>(): Deferred<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  promise.catch(() => {}); // unobserved is not unhandled: some callers want `exit` only
  return { promise, resolve, reject };
}
