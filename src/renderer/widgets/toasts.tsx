// Short messages at the lower edge that go by themselves; errors stay until they are closed.
import './toasts.css';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { Trouble } from './notice.tsx';

export type ToastMessage =
  | { readonly tone: 'good'; readonly message: string }
  | { readonly tone: 'bad'; readonly message: string; readonly advice: string };

type Toast = ToastMessage & { readonly id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a toast; {@link troubleToast} makes one from an error. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

export function troubleToast(trouble: Trouble): ToastMessage {
  return { tone: 'bad', message: trouble.message, advice: trouble.advice };
}

const GOOD_STAYS_MS = 5_000;
let lastId = 0;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (message: ToastMessage) => {
      const id = ++lastId;
      setToasts((all) => [...all.slice(-2), { ...message, id }]);
      if (message.tone === 'good') setTimeout(() => close(id), GOOD_STAYS_MS);
    },
    [close],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section className="toasts" aria-label="Messages" aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </section>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; onClose(): void }) {
  const Icon = toast.tone === 'good' ? CircleCheck : CircleAlert;
  return (
    <div className={`toast tone-${toast.tone}`} role={toast.tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="banner-words">
        <strong>{toast.message}</strong>
        {toast.tone === 'bad' ? <span>{toast.advice}</span> : null}
      </div>
      <button type="button" className="icon-button" aria-label="Close message" onClick={onClose}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
