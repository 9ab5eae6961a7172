// Reads the number of an event from the command line.
import { InvalidArgumentError } from 'commander';

export function sequenceNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('Give a sequence number, 0 or more.');
}
