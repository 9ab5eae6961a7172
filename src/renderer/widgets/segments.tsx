// A small switch between two or more looks of the same thing.
import './segments.css';
import type { LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';

export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: LucideIcon }[];
  onChange(value: T): void;
}

export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  const choose = (next: string) => {
    const option = options.find((each) => each.value === next);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <ToggleGroup.Root type="single" className="segments" aria-label={label} value={value} onValueChange={choose}>
      {options.map(({ value: each, label: word, icon: Icon }) => (
        <ToggleGroup.Item key={each} value={each} className="segment">
          {Icon === undefined ? null : <Icon size={14} aria-hidden />}
          <span className="segment-word">{word}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
