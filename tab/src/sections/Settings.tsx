import { Field } from '@fluentui/react-components';
import type { Shape, Shaped } from '@rapport/domain/shape';
import { useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Choices } from '../parts/Choices';
import { hasLeft } from '../parts/groups';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { MentorHour } from '../rhythm/MentorHour';
import { FORMATS, LABELS, LENGTHS, RHYTHMS } from '../screens/startDraft';
import { FORMAT_WORDS, LABEL_WORDS, RHYTHM_WORDS, sayRhythm } from '../words/labels';
import { useWords } from '../words/useWords';
import type { SectionProps } from './sectionProps';
import { shape } from './aboutUs';

/** Rhythm, length, format and labels: either changes them, and both see who did and when (PRACTICE A2, C2). */
export function Settings({ view, name }: SectionProps) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const { refusal, run } = useTask();
  const last = useRef(Promise.resolve());
  const [region, announce] = useAnnouncer();
  const [chosen, setChosen] = useState<Partial<Shape>>({});
  const changed = (what: Shaped['what']) => <ChangedBy view={view} name={name} what={what} />;

  if (hasLeft(view)) {
    return (
      <div className={text['tight']}>
        <p className={text['prose']}>{sayRhythm(words, view.rhythm, view.minutes)}</p>
        <p className={text['prose']}>{t(FORMAT_WORDS[view.format])}</p>
        <p className={text['prose']}>{t(LABEL_WORDS[view.labels].both)}</p>
      </div>
    );
  }
  // What was just chosen stands there at once, and goes back if it was not taken.
  const shown = { ...view, ...chosen };
  const save = async (change: Partial<Shape>) => {
    setChosen((before) => ({ ...before, ...change }));
    // One after the other: a press while another is under way is not lost.
    const before = last.current;
    last.current = before.then(async () => {
      if (await run(() => shape(client, view.id, change))) announce(t('settings.changed'));
      setChosen((now) => withoutTaken(now, change));
    });
    await last.current;
  };
  const both = name ? t('who.youAnd', { name }) : t('who.youAndWhoJoins');
  return (
    <div className={text['stack']}>
      <p className={text['quiet']}>{t('settings.reads', { both })}</p>
      <div className={text['tight']}>
        <Field label={t('start.rhythm')}>
          <Choices
            value={shown.rhythm}
            options={RHYTHMS.map((value) => ({ value, label: t(RHYTHM_WORDS[value]) }))}
            onChange={(rhythm) => void save({ rhythm })}
          />
        </Field>
        <Field label={t('start.length')}>
          <Choices
            value={String(shown.minutes)}
            options={LENGTHS.map((value) => ({
              value: String(value),
              label: t('start.minutes', { minutes: value }),
            }))}
            onChange={(value) => {
              const minutes = LENGTHS.find((known) => String(known) === value);
              if (minutes) void save({ minutes });
            }}
          />
        </Field>
        <MentorHour
          labels={shown.labels}
          minutes={shown.minutes}
          onTake={(minutes) => void save({ minutes })}
        />
        {changed('rhythm')}
      </div>
      <div>
        <Field label={t('format.label')}>
          <Choices
            layout="column"
            value={shown.format}
            options={FORMATS.map((value) => ({ value, label: t(FORMAT_WORDS[value]) }))}
            onChange={(format) => void save({ format })}
          />
        </Field>
        {changed('format')}
      </div>
      <div>
        <Field label={t('labels.label')}>
          <Choices
            value={shown.labels}
            options={LABELS.map((value) => ({ value, label: t(LABEL_WORDS[value].both) }))}
            onChange={(labels) => void save({ labels })}
          />
        </Field>
        {changed('labels')}
      </div>
      {refusal ? <Problem refusal={refusal} /> : null}
      {region}
    </div>
  );
}

/** What was chosen, but for what is settled and was not chosen anew meanwhile. */
const withoutTaken = (chosen: Partial<Shape>, settled: Partial<Shape>): Partial<Shape> =>
  Object.fromEntries(
    Object.entries(chosen).filter(([what, value]) => Reflect.get(settled, what) !== value),
  );

/** Who last changed it, and when; nothing where it is as it was at the start. */
export function ChangedBy({
  view,
  name,
  what,
}: Pick<SectionProps, 'view' | 'name'> & { readonly what: Shaped['what'] }) {
  const { t, date } = useWords();
  const last = view.shaped.find((one) => one.what === what);
  if (!last) return null;
  const when = date(last.at);
  return (
    <p className={text['quiet']}>
      {last.by === view.me
        ? t('settings.youChanged', { date: when })
        : t('settings.theyChanged', { date: when, name: name ?? '' })}
    </p>
  );
}
