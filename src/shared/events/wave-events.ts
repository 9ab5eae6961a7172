// How the waves of a run whose plan has gates at the end of waves land and open.

export interface WaveEvents {
  /** Nothing of it can change any more, nor of those before it: the gates judge what they left. */
  'wave-landed': {
    /** From 0. */
    readonly wave: number;
    readonly commit: string;
    readonly gates: readonly string[];
  };
  /** Its tasks may start; the one after the last says that the last is done. */
  'wave-opened': { readonly wave: number };
}
