import { useEffect, useState } from 'react';

import { shareEqual } from './share-equal.ts';

export interface Answer<T> {
  /** Of the question before, until the answer to this one is there: the page does not blink. */
  readonly value: T | undefined;
  readonly error: string | undefined;
  /** Whether `value` or `error` answers what is asked now. */
  readonly isFresh: boolean;
}

/**
 * Asks the server again whenever the question changes.
 *
 * @param question all that the answer depends on; nothing is asked for `undefined`
 */
export function useAnswer<T>(question: string | undefined, ask: () => Promise<T>): Answer<T> {
  const [answered, setAnswered] = useState<{
    readonly question?: string;
    readonly value?: T | undefined;
    readonly error?: string | undefined;
  }>({});
  useEffect(() => {
    if (question === undefined) return;
    let isCurrent = true;
    ask().then(
      (value) => {
        if (!isCurrent) return;
        setAnswered((before) => ({ question, value: shareEqual(before.value, value) }));
      },
      (error: unknown) => {
        if (!isCurrent) return;
        setAnswered(({ value }) => ({ question, value, error: messageOf(error) }));
      },
    );
    return () => {
      isCurrent = false;
    };
    // `ask` is what `question` says, made anew each time.
  }, [question]);
  const isFresh = question !== undefined && answered.question === question;
  return { value: answered.value, error: isFresh ? answered.error : undefined, isFresh };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
