// Names a finding by what it says, so that a waiver of it holds for nothing else.
import { hash } from 'node:crypto';
import type { Finding } from '../../shared/domain/patch.ts';

/** sha256 over rule, place and message. A waiver holds for one diff only, so the same words elsewhere are not meant. */
export function findingHash({ rule, path, line, message }: Finding): string {
  return hash('sha256', JSON.stringify([rule, path, line, message]), 'hex');
}
