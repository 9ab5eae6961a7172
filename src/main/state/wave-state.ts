// Which tasks of a run whose plan has gates at the end of waves may start.

export interface WaveState {
  /** Task → its wave, from 0; empty where no gate stands between waves. */
  of: ReadonlyMap<string, number>;
  /** Tasks of later waves are held. */
  open: number;
  /** The head that the open wave left, once it has landed; null before. */
  landed: string | null;
}
