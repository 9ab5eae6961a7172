// From how far the graph is seen: near shows everything, `titles` the title and state, `blocks` only the colour.
import { createContext, useContext } from 'react';

export type Distance = 'near' | 'titles' | 'blocks';

/** Below this zoom a card's small print cannot be read and is left out. */
const TITLES_ZOOM = 0.7;
/** Below this zoom nothing can be read: cards become blocks, and edges would be a haze that costs seconds. */
const BLOCKS_ZOOM = 0.22;

export function distanceOf(zoom: number): Distance {
  if (zoom < BLOCKS_ZOOM) return 'blocks';
  return zoom < TITLES_ZOOM ? 'titles' : 'near';
}

/** A context, so that crossing a threshold renders the cards once and panning renders none. */
export const DistanceContext = createContext<Distance>('near');

export function useDistance(): Distance {
  return useContext(DistanceContext);
}
