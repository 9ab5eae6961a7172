// Structured data of an event, indented and neutralised, for people who want to look inside.
import { OutputText } from './output-text.tsx';

export function JsonText({ label, value }: { readonly label: string; readonly value: unknown }) {
  return <OutputText label={label} text={JSON.stringify(value, null, 2) ?? 'nothing'} />;
}
