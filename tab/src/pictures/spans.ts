import { useMemo } from 'react';
import { useWords } from '../words/useWords';
import type { Step } from './columns';

interface Spans {
  /** Below a column. */
  readonly short: (at: string) => string;
  /** In a table. */
  readonly long: (at: string) => string;
}

/** How columns are called: a meeting by its day in the reader's own zone, months as they were counted, in UTC. */
export function useSpans(step: Step): Spans {
  const { dates } = useWords();
  return useMemo(() => spansOf(step, dates), [step, dates]);
}

export function spansOf(step: Step, locale: string): Spans {
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  if (step === 'meeting') {
    const [short, long] = [
      of({ day: 'numeric', month: 'short' }),
      of({ day: 'numeric', month: 'long', year: 'numeric' }),
    ];
    return {
      short: (at) => short.format(new Date(at)),
      long: (at) => long.format(new Date(at)),
    };
  }
  const short =
    step === 'month'
      ? of({ month: 'short', timeZone: 'UTC' })
      : of({ month: 'numeric', year: 'numeric', timeZone: 'UTC' });
  const long = of({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    short: (at) => short.format(new Date(at)),
    long: (at) =>
      step === 'month'
        ? long.format(new Date(at))
        : long.formatRange(new Date(at), lastMonthOf(new Date(at))),
  };
}

const lastMonthOf = (first: Date): Date =>
  new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 2));
