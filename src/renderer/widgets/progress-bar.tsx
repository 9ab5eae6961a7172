// A progress bar in parts: done, failed, at work; with its figures as text for screen readers.
import './progress-bar.css';

export interface ProgressBarProps {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly running: number;
}

export function ProgressBar({ total, done, failed, running }: ProgressBarProps) {
  const share = (count: number) => ({ width: `${total === 0 ? 0 : (100 * count) / total}%` });
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${total} tasks completed, ${failed} failed, ${running} running`}
    >
      <span className="progress-good" style={share(done)} />
      <span className="progress-bad" style={share(failed)} />
      <span className="progress-run" style={share(running)} />
    </div>
  );
}
