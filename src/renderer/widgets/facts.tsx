// A list of facts: name on the left, value on the right, as a real description list.
import './facts.css';
import { Fragment, type ReactNode } from 'react';

export type Fact = readonly [name: string, value: ReactNode];

/** Facts whose value is null or empty are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

/** A commit or hash, shortened; the whole on hover. */
export function Hash({ value }: { readonly value: string }) {
  return (
    <code className="hash" title={value}>
      {value.slice(0, 8)}
    </code>
  );
}
