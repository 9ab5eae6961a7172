// Buttons: primary, plain, quiet and dangerous; with an icon, or as an icon alone that needs a label.
import './button.css';
import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { Hint } from './hint.tsx';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>;

export interface ButtonProps extends Native {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal';
  readonly icon?: LucideIcon;
  readonly busy?: boolean;
}

export function Button({ look = 'plain', size = 'normal', icon: Icon, busy, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={busy === true || rest.disabled}
      className={`button button-${look}`}
      data-size={size}
      aria-busy={busy}
    >
      {busy === true ? <span className="button-busy" aria-hidden /> : Icon && <Icon size={15} aria-hidden />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Native {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown beside the label in the tooltip, for example `F7`. */
  readonly keys?: string;
  readonly pressed?: boolean;
}

export function IconButton({ label, icon: Icon, keys, pressed, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <button type="button" {...rest} className="icon-button" aria-label={label} aria-pressed={pressed}>
        <Icon size={16} aria-hidden />
      </button>
    </Hint>
  );
}
