// The loop of a process that does nothing: what it is late by, the machine is to blame for.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const lag = monitorEventLoopDelay({ resolution: 5 });
process.on('message', (word) => {
  if (word === 'begin') {
    lag.reset();
    lag.enable();
  } else {
    lag.disable();
    process.send?.({ p99: lag.percentile(99) / 1e9, max: lag.max / 1e9 });
  }
});
