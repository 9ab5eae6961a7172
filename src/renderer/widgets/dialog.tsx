// A modal dialog: title, plain words, body, and buttons whose safe choice has the focus.
import './dialog.css';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the safe one first; mark it with `autoFocus`. */
  readonly actions: ReactNode;
  onClose(): void;
}

export function Dialog({ open, title, description, children, actions, onClose }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content className="dialog">
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="dialog-description">{description}</div>
          </Radix.Description>
          {children}
          <div className="dialog-actions">{actions}</div>
          <Radix.Close className="icon-button dialog-close" aria-label="Close">
            <X size={16} aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
