// Generated from src/shared/ipc/contract.ts by build/compile-schemas.ts; do not edit.
export interface InputValidator {
  (input: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

export const METHOD_VALIDATORS: {
  readonly 'project.list': InputValidator;
  readonly 'project.open': InputValidator;
  readonly 'project.close': InputValidator;
  readonly 'run.start': InputValidator;
  readonly 'run.pause': InputValidator;
  readonly 'run.resume': InputValidator;
  readonly 'run.stop': InputValidator;
  readonly 'run.cancel': InputValidator;
  readonly 'run.retry': InputValidator;
  readonly 'run.skip': InputValidator;
  readonly 'run.prioritise': InputValidator;
  readonly 'run.depend': InputValidator;
  readonly 'run.parallel': InputValidator;
  readonly 'run.report': InputValidator;
  readonly 'run.wait': InputValidator;
  readonly 'run.list': InputValidator;
  readonly 'legacy.runs': InputValidator;
  readonly 'run.view': InputValidator;
  readonly 'run.verify': InputValidator;
  readonly 'run.archive': InputValidator;
  readonly 'run.unarchive': InputValidator;
  readonly 'run.archives': InputValidator;
  readonly 'run.timeline': InputValidator;
  readonly 'run.replay': InputValidator;
  readonly 'run.publish': InputValidator;
  readonly 'events.page': InputValidator;
  readonly 'run.log': InputValidator;
  readonly 'workers.list': InputValidator;
  readonly 'workers.drain': InputValidator;
  readonly 'workers.release': InputValidator;
  readonly 'tools.list': InputValidator;
  readonly 'tools.reset': InputValidator;
  readonly 'run.links': InputValidator;
  readonly 'run.commits': InputValidator;
  readonly 'review.list': InputValidator;
  readonly 'review.show': InputValidator;
  readonly 'review.approve': InputValidator;
  readonly 'review.reject': InputValidator;
  readonly 'patch.list': InputValidator;
  readonly 'patch.show': InputValidator;
  readonly 'patch.diff': InputValidator;
  readonly 'patch.preview': InputValidator;
  readonly 'run.preview': InputValidator;
  readonly 'patch.export': InputValidator;
  readonly 'patch.import': InputValidator;
  readonly 'patch.check': InputValidator;
  readonly 'patch.file': InputValidator;
  readonly 'attempt.output': InputValidator;
};

export const VIEW_VALIDATORS: {
  readonly 'project': InputValidator;
  readonly 'runs': InputValidator;
  readonly 'run': InputValidator;
  readonly 'patches': InputValidator;
  readonly 'workers': InputValidator;
  readonly 'log': InputValidator;
  readonly 'events': InputValidator;
};
