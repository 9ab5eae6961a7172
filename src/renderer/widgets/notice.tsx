// What a screen says when it has nothing to show, waits, or was refused: always what, why and what to do.
import './notice.css';
import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import type { Tone } from './state-look.tsx';

export interface EmptyProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** The middle of an empty screen or pane. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon size={22} aria-hidden />
      </span>
      <h2>{title}</h2>
      <div className="empty-words">{children}</div>
      {action}
    </div>
  );
}

export interface Trouble {
  readonly message: string;
  readonly advice: string;
  readonly code?: string;
}

/** An error where its result would have been. */
export function TroubleNote({ trouble, onRetry }: { readonly trouble: Trouble; onRetry?(): void }) {
  return (
    <div className="banner tone-bad" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div className="banner-words">
        <strong>{trouble.message}</strong>
        <span>{trouble.advice}</span>
      </div>
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

export interface BannerProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A strip that says something about the whole screen. */
export function Banner({ tone, icon: Icon, title, children, action }: BannerProps) {
  return (
    <div className={`banner tone-${tone}`} role="status">
      <Icon size={16} aria-hidden />
      <div className="banner-words">
        <strong>{title}</strong>
        {children === undefined ? null : <span>{children}</span>}
      </div>
      {action}
    </div>
  );
}

/** Grey bars where text will be, after a moment, so that quick answers do not flicker. */
export function Loading({ what, lines = 4 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className="loading" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: lines }, (_, line) => `${90 - ((line * 23) % 45)}%`).map((width) => (
        <span key={width} style={{ width }} />
      ))}
    </div>
  );
}
