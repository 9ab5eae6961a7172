// Reads how many tools may work at once.
import { InvalidArgumentError } from 'commander';
import { LIMITS } from '../../../shared/domain/limits.ts';

export function parallelCount(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= LIMITS.maxParallelMax) return value;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${LIMITS.maxParallelMax}.`);
}
