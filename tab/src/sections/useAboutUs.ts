import type { AboutUsView, Subject } from '@rapport/domain/aboutUs';
import { useEffect, useMemo, useState } from 'react';
import type { Reading } from '../client/state';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { loadSubjects } from '../words/aboutUs';
import { useWords } from '../words/useWords';
import { ABOUT_US } from './aboutUs';

export interface AboutUsReading {
  readonly reading: Reading<AboutUsView>;
  /** The question that stands for each subject, in the person's language; null until it is here. */
  readonly questions: Readonly<Partial<Record<Subject, string>>> | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** What the two told each other, and the questions they were asked. */
export function useAboutUs(seriesId: string): AboutUsReading {
  const { client } = useApp();
  const { locale } = useWords();
  const live = useMemo(() => client.follow<AboutUsView>(seriesId, ABOUT_US), [client, seriesId]);
  const reading = useLive(live);
  const [questions, setQuestions] = useState<AboutUsReading['questions']>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    loadSubjects(locale).then(
      (words) => {
        if (wanted) setQuestions(words);
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [locale, attempt]);
  return {
    reading,
    questions,
    failed,
    retry: () => {
      setFailed(false);
      setAttempt((times) => times + 1);
      void live.refresh();
    },
  };
}
