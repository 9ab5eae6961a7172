// Whether a patch that is not integrated would fit the run's head as it is now.
import type { PatchDetail } from '../../../shared/ipc/views.ts';
import { useAnswer } from '../../views/use-answer.ts';
import { plainText } from '../../widgets/plain-text.ts';

export function HeadFit({ patch }: { readonly patch: PatchDetail }) {
  const { answer } = useAnswer('patch.preview', { patchId: patch.patchId }, patch.state);
  if (answer.status === 'loading') return <>…</>;
  if (answer.status === 'error') return <>not known: {plainText(answer.error.message)}</>;
  return <>{plainText(answer.value.entries[0]?.message ?? '')}</>;
}

/** Of the others it is known, or nobody will ask. */
export function isPreviewed({ state, commit }: PatchDetail): boolean {
  return commit === null && state !== 'dropped';
}
