import { Field, Textarea } from '@fluentui/react-components';
import { ADDRESSES_AT_ONCE, parseAddresses } from '@rapport/domain/addresses';
import type { PickedPerson } from '@rapport/domain/person';
import { useEffect, useId, useRef, useState } from 'react';
import { useAnnouncer } from '../parts/Announcer';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Notice } from '../parts/Notice';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import styles from './team.module.css';
import { useLookUp } from './useLookUp';
import type { Team } from './useTeam';

interface Props {
  readonly team: Team;
  /** The form was sent with nobody in it. */
  readonly missing: boolean;
}

/** Whom the 1:1s are with: picked in the host's picker, or found by pasted addresses. */
export function TeamWhom({ team, missing }: Props) {
  const { t, locale } = useWords();
  const { host } = useApp();
  const [region, announce] = useAnnouncer();
  const [failed, setFailed] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const notesTitle = useId();
  const { people } = team.plan;
  const full = people.length >= ADDRESSES_AT_ONCE;
  useEffect(() => {
    if (missing) button.current?.focus();
  }, [missing]);

  /** @param said what else there is to say about those that were asked for */
  const take = (picked: readonly PickedPerson[], said: readonly string[]) => {
    const room = ADDRESSES_AT_ONCE - people.length;
    const { again, myself, added } = team.add(picked.slice(0, room));
    setNotes([
      ...said,
      ...again.map(({ name }) => t('team.again', { name })),
      ...(myself ? [t('team.myself')] : []),
      ...(picked.length > room ? [t('team.tooMany', { count: ADDRESSES_AT_ONCE })] : []),
    ]);
    announce(t('team.added', { count: added }));
  };

  const pick = async () => {
    setFailed(false);
    const picked = await host.pickPeople?.([]).catch(() => 'failed' as const);
    if (picked === 'failed') setFailed(true);
    else if (picked) take(picked, []);
    // The host's picker took the focus, and not every host gives it back.
    button.current?.focus();
  };

  const collator = new Intl.Collator(locale);
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = people.map(({ person }) => person.name).toSorted(collator.compare);
  const problem = failed ? t('start.pickerFailed') : missing ? t('team.missing') : undefined;
  return (
    <div className={`${text['tight']} ${styles['whom']}`}>
      {host.pickPeople ? (
        <Field
          label={t('team.who')}
          hint={t('team.whoHint')}
          {...(problem ? { validationMessage: problem } : {})}
        >
          {(field) => (
            <div className={`${text['row']} ${air['control']}`}>
              <Button
                ref={button}
                id={field.id}
                aria-label={`${t('team.who')} ${t('team.pick')}`}
                aria-describedby={field['aria-describedby']}
                disabled={full}
                onClick={() => void pick()}
              >
                {t('team.pick')}
              </Button>
            </div>
          )}
        </Field>
      ) : (
        <Notice tone="warning">{t('start.noPicker')}</Notice>
      )}
      <Disclosure summary={t('team.paste')}>
        {host.resolvePeople ? (
          <Paste resolve={host.resolvePeople} onFound={take} />
        ) : (
          <p className={text['quiet']}>{t('team.noLookUp')}</p>
        )}
      </Disclosure>
      {names.length > 0 ? (
        <p>{t('team.chosen', { count: names.length, names: listed.format(names) })}</p>
      ) : null}
      {notes.length > 0 ? (
        <div>
          <p id={notesTitle}>{t('team.notes')}</p>
          <ul className={styles['notes']} aria-labelledby={notesTitle}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {region}
    </div>
  );
}

interface PasteProps {
  readonly resolve: (addresses: readonly string[]) => ReturnType<NonNullable<Resolve>>;
  readonly onFound: (people: readonly PickedPerson[], said: readonly string[]) => void;
}
type Resolve = ReturnType<typeof useApp>['host']['resolvePeople'];

/** Addresses as they come out of a mail or a sheet. */
function Paste({ resolve, onFound }: PasteProps) {
  const { t } = useWords();
  const [pasted, setPasted] = useState('');
  const look = useLookUp(resolve);
  const { found } = parseAddresses(pasted);

  const onLook = async () => {
    const answer = await look.run(parseAddresses(pasted));
    if (!answer) return;
    setPasted(answer.left);
    onFound(answer.people, answer.said);
  };
  return (
    <div className={text['tight']}>
      <Field
        label={t('team.addresses')}
        hint={t('team.addressesHint')}
        {...(look.failed ? { validationMessage: t(look.failed) } : {})}
      >
        <Textarea
          resize="vertical"
          rows={5}
          maxLength={20_000}
          value={pasted}
          textarea={{ dir: 'ltr', spellCheck: false, autoComplete: 'off' }}
          onChange={(_, { value }) => setPasted(value)}
        />
      </Field>
      <div>
        <Button disabledFocusable={look.busy || pasted.trim() === ''} onClick={() => void onLook()}>
          {look.busy ? t('team.looking') : t('team.lookUp', { count: found.length })}
        </Button>
      </div>
    </div>
  );
}
