import { useEffect, useState } from 'react';
import { loadAgendas, type ReadyAgenda } from '../words/agendas';
import { useWords } from '../words/useWords';

/** The ready agendas in the person's language: `loading` until they are here, `failed` if they cannot be. */
export function useReadyAgendas(): readonly ReadyAgenda[] | 'loading' | 'failed' {
  const { locale } = useWords();
  const [agendas, setAgendas] = useState<readonly ReadyAgenda[] | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let wanted = true;
    loadAgendas(locale).then(
      (loaded) => wanted && setAgendas(loaded),
      () => wanted && setAgendas('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return agendas;
}
