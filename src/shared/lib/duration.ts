// Backoff between attempts, as arithmetic without a clock or randomness.

/** `2^(failures-1) · first`, at most `max`, scaled by `jitter` in [0, 1) to between half and the whole (AWS "equal jitter"). All in milliseconds. */
export function backoffMs(failures: number, first: number, max: number, jitter: number): number {
  const whole = Math.min(max, first * 2 ** Math.max(0, failures - 1));
  return Math.round(whole / 2 + (whole / 2) * jitter);
}
