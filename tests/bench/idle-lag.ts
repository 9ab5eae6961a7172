// The loop of a process that does nothing: what it is late by, the machine is to blame for.
import { lagOf, watchLoop } from './measure-lag.ts';

const lag = watchLoop();
process.on('message', (word) => {
  if (word === 'begin') {
    lag.reset();
    lag.enable();
  } else {
    lag.disable();
    process.send?.(lagOf(lag));
  }
});
process.send?.('ready');
