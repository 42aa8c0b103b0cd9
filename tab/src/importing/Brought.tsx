import type { ImportedPart, ImportEntry } from '@rapport/domain/imported.schema';
import type { SeriesView } from '@rapport/domain/series';
import { useEffect, useState } from 'react';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft } from '../parts/groups';
import { Named } from '../parts/Named';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { ImportedMeeting } from './ImportedMeeting';
import { partPath } from './readImported';
import { pathOf, type Readers } from './send';

interface Props {
  readonly view: SeriesView;
  readonly entry: ImportEntry;
  readonly readers: Readers;
  readonly onTakenBack: () => void;
}

/** One import: who brought it and when, what is in it, and the way back (PRACTICE E2). */
export function Brought({ view, entry, readers, onTakenBack }: Props) {
  const { t, date } = useWords();
  const { client } = useApp();
  const mine = entry.by === view.me;
  const name = shortName(view[entry.by]?.name ?? '');
  const sum = (of: 'meetings' | 'lines') => entry.parts.reduce((all, part) => all + part[of], 0);
  const on = date(entry.at);
  const [meetings, lines] = [sum('meetings'), sum('lines')];
  const summary = mine
    ? t('bring.entryYou', { date: on, meetings, lines })
    : t('bring.entry', { name, date: on, meetings, lines });
  const promises = entry.parts.reduce((all, part) => all + (part.promises ?? 0), 0);
  const left = hasLeft(view);
  // What nobody else reads may always go; what both read, and the agenda, stay as they were.
  const mayTakeBack = mine && (readers === 'onlyMe' || !left);
  return (
    <Disclosure summary={summary}>
      <div className={text['tight']}>
        <p className={text['quiet']}>{mine ? t('bring.sayYou') : t('bring.say', { name })}</p>
        {promises > 0 ? (
          <p className={text['quiet']}>{t('bring.promises', { count: promises })}</p>
        ) : null}
        {entry.parts.map(({ number }) => (
          <Part key={number} view={view} path={partPath(readers, entry.id, number)} />
        ))}
        {mayTakeBack ? (
          <Named words={summary}>
            <div>
              <Confirm
                small
                label={t('bring.takeBack')}
                question={t(
                  promises > 0 && !left ? 'bring.takeBackAskPromises' : 'bring.takeBackAsk',
                )}
                confirm={t('bring.takeBackNow')}
                work={async () => {
                  await client.writeTo(view.id, `${pathOf(readers)}/${entry.id}/remove`, {});
                  onTakenBack();
                }}
              />
            </div>
          </Named>
        ) : null}
      </div>
    </Disclosure>
  );
}

function Part({ view, path }: { readonly view: SeriesView; readonly path: string }) {
  const { client } = useApp();
  const { refusal, run } = useTask();
  const [part, setPart] = useState<ImportedPart | null>(null);
  const read = () => run(async () => setPart(await client.readOnce<ImportedPart>(view.id, path)));
  useEffect(() => {
    void read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is unfolded
  }, []);
  if (refusal) return <Problem refusal={refusal} onRetry={() => void read()} />;
  return (part?.meetings ?? []).map((meeting) => (
    <ImportedMeeting
      key={JSON.stringify([meeting.heldOn, meeting.title, meeting.lines[0]])}
      view={view}
      meeting={meeting}
    />
  ));
}
