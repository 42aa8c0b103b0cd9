import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { useEffect, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { BringNotes } from './BringNotes';
import { Brought } from './Brought';
import styles from './importing.module.css';
import { readImports, type Imports } from './imports';

/** Notes from before: those that are here, and the way to bring more (PRACTICE D11). */
export default function EarlierNotes({ view }: { readonly view: SeriesView }) {
  const { t } = useWords();
  const { client } = useApp();
  const { refusal, run } = useTask();
  const [region, announce] = useAnnouncer();
  const [imports, setImports] = useState<Imports | null>(null);
  const load = async () => {
    const now = await readImports(client, view.id);
    setImports(now);
    return now;
  };
  const read = () => run(load);
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- again when the other one brought something
  }, [view.version]);
  const full = otherName(view);
  const who = {
    both: full ? t('bring.both', { name: shortName(full) }) : t('bring.onlyMe'),
    onlyMe: t('bring.onlyMe'),
  };
  return (
    <div className={text['stack']}>
      {(['both', 'onlyMe'] as const).map((readers) =>
        imports && imports[readers].imports.length > 0 ? (
          <section key={readers} className={text['tight']} aria-label={who[readers]}>
            <h3 className={styles['title']}>{who[readers]}</h3>
            {imports[readers].imports.map((entry) => (
              <Brought
                key={entry.id}
                view={view}
                entry={entry}
                readers={readers}
                onTakenBack={() => void read()}
              />
            ))}
          </section>
        ) : null,
      )}
      {refusal ? <Problem refusal={refusal} onRetry={() => void read()} /> : null}
      {hasLeft(view) ? (
        imports && imports.both.imports.length + imports.onlyMe.imports.length === 0 ? (
          <p className={text['quiet']}>{t('bring.none')}</p>
        ) : null
      ) : (
        <BringNotes
          view={view}
          imports={imports}
          onRead={load}
          onBrought={() => {
            announce(t('bring.brought'));
            void read();
          }}
        />
      )}
      {region}
    </div>
  );
}
