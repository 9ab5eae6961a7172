// What an order costs. All amounts are whole cents.
import { tea } from './menu.js';

/** Price of one line of an order. */
export function linePrice(line) {
  return tea(line.tea).cents * line.count;
}

/** Price of a whole order. */
export function total(lines) {
  return lines.reduce((sum, line) => sum + linePrice(line), 0);
}

/** 740 becomes "7.40". */
export function money(cents) {
  return (cents / 100).toFixed(2);
}
