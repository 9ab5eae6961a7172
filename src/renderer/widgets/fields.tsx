// Fields of toolbars and dialogs: search, choice and text, each with its label.
import './fields.css';
import { Search } from 'lucide-react';
import { type ReactNode, useId } from 'react';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <label className="search-field">
      <Search size={14} aria-hidden />
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={value}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: string): void;
}

/** A native select: it works everywhere, with every assistive tool. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select className="choice" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly help: string }[];
  onChange(value: Value): void;
}

/** Native radio buttons, each with what it means. */
export function RadioList<Value extends string>({ label, value, options, onChange }: RadioListProps<Value>) {
  const name = useId();
  return (
    <fieldset className="radio-list">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="radio-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className="radio-label">{option.label}</span>
            <span className="text-field-help">{option.help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly help?: ReactNode;
  onChange(value: string): void;
}

export function TextField({ label, value, help, onChange }: TextFieldProps) {
  const helpId = useId();
  return (
    <label className="text-field">
      <span className="text-field-label">{label}</span>
      <input
        type="text"
        value={value}
        spellCheck={false}
        aria-describedby={helpId}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={helpId} className="text-field-help">
        {help}
      </span>
    </label>
  );
}
