import { READABLE_FOR_DAYS } from '@rapport/domain/ending';
import { farewellOf, type Farewell, type Thing } from '@rapport/domain/farewell';
import type { SeriesView } from '@rapport/domain/series';
import { ApiRefused } from '../client/state';
import { Confirm } from '../parts/Confirm';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import styles from './leaving.module.css';

interface Props {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  readonly onLeft: () => void;
}

const WORDS: Readonly<Record<Thing, WordsKey>> = {
  writing: 'leave.writing',
  own: 'leave.own',
  prepared: 'leave.prepared',
  invitation: 'leave.invitation',
  shared: 'leave.shared',
  theirs: 'leave.theirs',
  records: 'leave.records',
  copies: 'leave.copies',
  backups: 'leave.backups',
};

/** The way out of a 1:1, and what goes when (PRACTICE D11). */
export function Leaving({ view, name, onLeft }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const farewell = farewellOf(view, new Date(client.now()).toISOString());
  return (
    <div className={text['tight']}>
      <p className={text['prose']}>{t('leave.lead')}</p>
      <WhatGoes farewell={farewell} name={name} />
      <div>
        <Confirm
          label={t('leave.leave')}
          question={t(farewell.goesAt ? 'leave.question' : 'leave.questionAlone')}
          confirm={t('leave.confirm')}
          work={async () => {
            await client.writeTo(view.id, 'leave', {}).catch(unlessGone);
            onLeft();
          }}
        />
      </div>
    </div>
  );
}

/** Where nobody had joined, leaving leaves nothing behind: a first try whose answer was lost has done it. */
function unlessGone(error: unknown): void {
  const isGone = error instanceof ApiRefused && error.refusal.code === 'series.notFound';
  if (!isGone) throw error;
}

function WhatGoes({
  farewell,
  name,
}: {
  readonly farewell: Farewell;
  readonly name: string | null;
}) {
  const { t, date } = useWords();
  const goes = farewell.goesAt ? date(farewell.goesAt) : '';
  const groups = [
    [t('leave.now'), farewell.now],
    [t('leave.later', { date: goes, days: READABLE_FOR_DAYS }), farewell.later],
    [t('leave.stays'), farewell.stays],
  ] as const;
  return groups.map(([title, things]) =>
    things.length === 0 ? null : (
      <div key={title}>
        <h3 className={styles['when']}>{title}</h3>
        <ul className={styles['list']}>
          {things.map((thing) => (
            <li key={thing}>{t(WORDS[thing], { name: name ?? '', date: goes })}</li>
          ))}
        </ul>
      </div>
    ),
  );
}
