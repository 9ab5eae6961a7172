// Asks the service for something on demand and says whether it is loading, here, or refused.
import { useCallback, useEffect, useState } from 'react';
import type { MethodName, MethodParams, MethodResult } from '../../shared/ipc/contract.ts';
import { asPatchbayError, type PatchbayError } from '../../shared/lib/errors.ts';
import { useService } from './service.tsx';

export type Answer<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'error'; readonly error: PatchbayError };

interface Settled<T> {
  readonly question: string;
  readonly answer: Answer<T>;
}

/**
 * Calls `method` when the parameters or `version` change. While a newer version of the same question loads,
 * the old answer stays; an answer to another question is never shown.
 */
export function useAnswer<M extends MethodName>(method: M, params: MethodParams<M>, version = ''): AnswerOf<M> {
  const { connection } = useService();
  const question = `${method} ${JSON.stringify(params)}`;
  const [settled, setSettled] = useState<Settled<MethodResult<M>> | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and round are reasons to ask again
  useEffect(() => {
    let current = true;
    const settle = (answer: Answer<MethodResult<M>>) => current && setSettled({ question, answer });
    connection.call(method, JSON.parse(question.slice(method.length))).then(
      (value) => settle({ status: 'ready', value }),
      (thrown: unknown) => settle({ status: 'error', error: asPatchbayError(thrown) }),
    );
    return () => {
      current = false;
    };
  }, [connection, method, question, version, round]);
  const again = useCallback(() => {
    setSettled(null);
    setRound((value) => value + 1);
  }, []);
  const answer = settled?.question === question ? settled.answer : LOADING;
  return { answer, again };
}

export interface AnswerOf<M extends MethodName> {
  readonly answer: Answer<MethodResult<M>>;
  again(): void;
}

const LOADING = { status: 'loading' } as const;
