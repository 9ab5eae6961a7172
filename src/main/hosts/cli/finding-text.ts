// A finding about a patch as text: where, how grave, which rule, and what to do.
import { actionOf } from '../../../shared/domain/action-of.ts';
import type { Finding } from '../../../shared/domain/patch.ts';
import { visibleText } from '../../../shared/lib/visible-text.ts';

/** A name that would reorder or hide what is said shows its characters. */
export function findingText(found: Finding): string {
  const place = found.path === '' ? '' : `${visibleText(found.path)}${found.line > 0 ? `:${found.line}` : ''}: `;
  const forPerson = actionOf(found) === 'review' ? ' (for review)' : '';
  return `${place}${found.severity}${forPerson} ${found.rule}: ${visibleText(found.message)}\n    ${found.advice}`;
}
