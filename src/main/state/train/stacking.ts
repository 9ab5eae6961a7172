// How a run's merge train stacks candidates, and what it has counted.

/** Plain data. */
export interface Stacking {
  /** How many may be stacked: one more with every change that lands, one after a gate failed. */
  depth: number;
  /** Nothing is stacked until what is there has landed or gone: the next change does not fit on it. */
  closed: boolean;
  /** How many changes have entered the train, and how many are on the head. */
  entered: number;
  landed: number;
}
