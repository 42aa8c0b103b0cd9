import { useEffect, useRef, useState } from 'react';
import { useKeptWords } from '../feedback/useKeptWords';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { fillShape, IntroductionField } from '../screens/IntroductionField';
import { sayProblem } from '../words/problems';
import { useWords } from '../words/useWords';
import type { SectionProps } from './sectionProps';
import { ChangedBy } from './Settings';
import { useAboutUs } from './useAboutUs';
import { shape } from './aboutUs';

/** The manager's first words; its author changes them for this 1:1, and earlier ones stay (PRACTICE C1, E2). */
export function Introduction({ view, name }: SectionProps) {
  const { t } = useWords();
  const [region, announce] = useAnnouncer();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing) opener.current?.focus();
    was.current = editing;
  }, [editing]);
  const writes = view.me === 'report' && name;
  const mine = view.me === 'manager' && !hasLeft(view);
  return (
    <div className={text['tight']}>
      {editing ? (
        <Editor
          view={view}
          name={name}
          onDone={(saved) => {
            setEditing(false);
            if (saved) announce(t('settings.changed'));
          }}
        />
      ) : (
        <>
          {writes ? (
            <p className={text['quiet']}>{t('invitation.introduction', { name })}</p>
          ) : null}
          <p dir="auto" className={text['prose']}>
            {view.introduction || t('intro.none')}
          </p>
          <p className={text['quiet']}>
            {t('intro.reads', { both: name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins') })}
          </p>
          <ChangedBy view={view} name={name} what="introduction" />
          <Earlier seriesId={view.id} />
          {mine ? (
            <div>
              <Button ref={opener} size="small" onClick={() => setEditing(true)}>
                {t('intro.edit')}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {region}
    </div>
  );
}

type EditorProps = Pick<SectionProps, 'view' | 'name'> & {
  readonly onDone: (saved: boolean) => void;
};

function Editor({ view, name, onDone }: EditorProps) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const kept = useKeptWords(`introduction/${view.id}`);
  const [draft, setText] = useState(kept.words || view.introduction);
  const { busy, refusal, run } = useTask();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const filled = fillShape(words, draft, view.rhythm, view.minutes);
  const isAboutIt = refusal?.field === 'introduction';
  const done = (saved: boolean) => {
    kept.write('');
    onDone(saved);
  };
  const save = async () => {
    if (await run(() => shape(client, view.id, { introduction: filled }))) done(true);
  };
  return (
    <div ref={box} className={text['tight']}>
      <IntroductionField
        name={name}
        hint={name ? t('intro.editReads', { name }) : t('intro.editReadsUnnamed')}
        value={draft}
        filled={filled}
        problem={isAboutIt ? sayProblem(words, refusal) : undefined}
        onChange={(next) => {
          setText(next);
          kept.write(next);
        }}
      />
      <div className={text['row']}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button onClick={() => done(false)}>{t('cancel')}</Button>
      </div>
      {refusal && !isAboutIt ? <Problem refusal={refusal} /> : null}
    </div>
  );
}

function Earlier({ seriesId }: { readonly seriesId: string }) {
  const { t, date } = useWords();
  const { reading } = useAboutUs(seriesId);
  const earlier = reading.status === 'ready' ? reading.value.introductions : [];
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={t('intro.earlier', { count: earlier.length })}>
      {earlier.map((words) => (
        <div key={words.until}>
          <p className={text['quiet']}>{t('intro.until', { date: date(words.until) })}</p>
          <p dir="auto" className={text['prose']}>
            {words.text}
          </p>
        </div>
      ))}
    </Disclosure>
  );
}
