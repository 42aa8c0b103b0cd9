import { useRef } from 'react';
import type { NamingView } from '@rapport/domain/succession.schema';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Confirm } from '../parts/Confirm';
import { Named } from '../parts/Named';
import { Card, Section } from '../parts/Section';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { sayNaming } from './sayNaming';

interface Props {
  readonly namings: readonly NamingView[];
  readonly onBegin: (naming: NamingView) => void;
}

/** Whose 1:1s somebody is asked to lead (PRACTICE C7); nothing where nobody asks. */
export default function Namings({ namings, onBegin }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  const [region, announce] = useAnnouncer();
  // The last one was just answered here: the focus stays where it stood.
  if (namings.length === 0 && !root.current) return null;
  return (
    <div ref={root} tabIndex={-1}>
      {namings.length > 0 ? (
        <Section title={t('naming.title')}>
          {namings.map((naming) => (
            <Named key={naming.id} words={naming.report.name}>
              <Card>
                <p>{sayNaming(words, naming)}</p>
                <p className={text['quiet']}>
                  {t('naming.empty', { name: shortName(naming.report.name) })}
                </p>
                <div className={air['buttons']}>
                  <Button onClick={() => onBegin(naming)}>{t('naming.begin')}</Button>
                  <Confirm
                    label={t('naming.notNow')}
                    question={t('naming.declineQuestion')}
                    confirm={t('naming.decline')}
                    work={async () => {
                      const path = `/api/home/namings/${encodeURIComponent(naming.id)}/decline`;
                      await client.keep('POST', path, {});
                      await client.followMine('namings').refresh();
                      announce(t('succession.declined'));
                    }}
                  />
                </div>
              </Card>
            </Named>
          ))}
        </Section>
      ) : null}
      {region}
    </div>
  );
}
