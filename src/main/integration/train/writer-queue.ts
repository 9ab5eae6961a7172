// One writer per repository: jobs run one after the other, in the order they came.

export type WriterQueue = <T>(job: () => Promise<T>) => Promise<T>;

/** A failed job fails its own caller only. */
export function writerQueue(): WriterQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
}
