import { useApp } from '../parts/useApp';
import { validLocale } from '../words/languages';
import { useWords } from '../words/useWords';

/** The locale of the person's days and month names, also where Rapport's words are in another language. */
export function useLocale(): string {
  const { locale } = useWords();
  return validLocale(useApp().host.context.locale) ?? locale;
}
