// A finding about a patch as text: where, how grave, which rule, and what to do.
import { actionOf } from '../../../shared/domain/action-of.ts';
import type { Finding } from '../../../shared/domain/patch.ts';

export function findingText(found: Finding): string {
  const place = found.path === '' ? '' : `${found.path}${found.line > 0 ? `:${found.line}` : ''}: `;
  const forPerson = actionOf(found) === 'review' ? ' (for review)' : '';
  return `${place}${found.severity}${forPerson} ${found.rule}: ${found.message}\n    ${found.advice}`;
}
