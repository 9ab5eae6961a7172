// The reason of a refusal in one sentence: its first finding, with its place.
import type { Finding } from '../../shared/domain/patch.ts';

export function firstRefusal(errors: readonly Finding[]): string {
  const first = errors[0];
  if (first === undefined) return 'the validator refused it';
  return first.path === '' || first.message.includes(first.path) ? first.message : `${first.message} (${first.path})`;
}
