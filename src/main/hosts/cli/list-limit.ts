// How many entries a list on the command line may have.
import { InvalidArgumentError } from 'commander';

export function listLimit(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10_000)
    throw new InvalidArgumentError('Give a number from 1 to 10000.');
  return value;
}
