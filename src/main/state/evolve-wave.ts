// How the waves of a run land and open.
import type { WaveEvents } from '../../shared/events/wave-events.ts';
import { freeKey } from './admission/holds.ts';
import { waveKey } from './admission/wave-condition.ts';
import type { Family } from './step.ts';

export const WAVE_FAMILY: Family<keyof WaveEvents> = {
  'wave-landed': ({ run, data, touch }) => {
    run.wave = { ...run.wave, landed: data.commit };
    touch(run);
  },
  'wave-opened': ({ run, data, touch }) => {
    run.wave = { ...run.wave, open: data.wave, landed: null };
    freeKey(run, waveKey(data.wave));
    touch(run);
  },
};
