import { Button, Field } from '@fluentui/react-components';
import type { Delivery } from '@rapport/domain/feedback';
import type { SeriesView } from '@rapport/domain/series';
import { useDeferredValue, useEffect, useId, useMemo, useRef } from 'react';
import { Choices } from '../parts/Choices';
import { GivesWay } from '../parts/GivesWay';
import { LockIcon } from '../parts/icons';
import text from '../parts/text.module.css';
import { useWayHere } from '../parts/useWay';
import { useWords } from '../words/useWords';
import { useWording } from '../words/wording';
import { AboutChoice } from './AboutChoice';
import { DeliveryChoice } from './DeliveryChoice';
import styles from './feedback.module.css';
import { Ladder } from './Ladder';
import { Marks } from './Marks';
import { TextBox } from './TextBox';
import { useCheck } from './useCheck';
import type { Drafting, OpenDraft } from './useDraft';
import { useLadder } from './useLadder';
import { WordingHint } from './WordingHint';

interface Props {
  readonly view: SeriesView;
  readonly draft: OpenDraft;
  readonly drafting: Drafting;
  readonly name: string;
  /** Whether both agreed to the information terms: before, it stays a draft (PRACTICE C6). */
  readonly agreed: boolean;
  readonly onGive: (delivery: Delivery) => void;
  readonly onClose: () => void;
}

/**
 * One free box, and how it gets to the other one. What is said about the words stands below the buttons: nothing
 * moves under a hand that is about to press.
 */
export function ComposerBox({ view, draft, drafting, name, agreed, onGive, onClose }: Props) {
  const { t } = useWords();
  const id = useId();
  const wording = useWording();
  const box = useRef<HTMLTextAreaElement>(null);
  const latest = useDeferredValue(draft.text);
  const guess = useMemo(
    () => (wording && latest.trim() && wording.knows(latest) ? wording.guessAbout(latest) : null),
    [wording, latest],
  );
  const wish = view.wishes.find((one) => one.id === draft.askedFor);
  const isCriticism = draft.kind === 'criticism';
  const about = isCriticism ? (draft.about ?? guess) : null;
  // In a meeting there are no wording hints (PRACTICE A9).
  const way = useWayHere();
  const check = useCheck(wording, draft);
  const ladder = useLadder(view, draft, about, wording, drafting.change);
  const select = (from: number, to: number) => {
    box.current?.focus();
    box.current?.setSelectionRange(from, to);
  };
  useEffect(() => {
    const end = box.current?.value.length ?? 0;
    box.current?.focus();
    box.current?.setSelectionRange(end, end);
  }, []);

  const empty = !draft.text.trim();
  const give = (delivery: Delivery) => {
    drafting.change({ about });
    onGive(delivery);
  };
  const { looking, finding } = check;
  const pending = looking?.delivery ?? null;
  const asIs = pending?.how === 'bring' ? t('wording.bringAsIs') : t('wording.sendAsIs');
  const leave = <Button onClick={onClose}>{empty ? t('cancel') : t('feedback.keep')}</Button>;
  return (
    <section className={styles['card']} aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={styles['title']}>
        {t('feedback.give')}
      </h2>
      {wish ? (
        <div>
          <p className={text['quiet']}>{t('wish.asksAbout', { name })}</p>
          <p dir="auto" className={text['prose']}>
            {wish.text}
          </p>
        </div>
      ) : null}
      <Field label={t('feedback.kind')}>
        <Choices
          value={draft.kind}
          options={[
            { value: 'praise', label: t('feedback.praise') },
            { value: 'criticism', label: t('feedback.criticism') },
          ]}
          onChange={(kind) => drafting.change({ kind })}
        />
      </Field>
      <div className={styles['field']}>
        <label htmlFor={`${id}box`}>{t('feedback.label', { name })}</label>
        <TextBox
          ref={box}
          id={`${id}box`}
          describedBy={`${id}who ${id}marks`}
          value={draft.text}
          onChange={(words) => drafting.change({ text: words })}
          onBlur={drafting.save}
        />
        <div className={styles['below']}>
          {wording ? (
            <Marks
              id={`${id}marks`}
              kind={draft.kind}
              words={draft.text}
              asked={draft.askedFor !== null}
              wording={wording}
            />
          ) : null}
          <GivesWay>
            {wording && isCriticism ? (
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={empty}
                onClick={check.ask}
              >
                {t('wording.check')}
              </Button>
            ) : null}
          </GivesWay>
        </div>
        <p id={`${id}who`} className={styles['who']}>
          <LockIcon />
          {t('feedback.onlyYou')}
        </p>
      </div>
      {isCriticism ? (
        <AboutChoice
          about={about}
          guessed={draft.about === null && guess !== null}
          onChange={(chosen) => drafting.change({ about: chosen })}
        />
      ) : null}
      {agreed ? (
        <DeliveryChoice
          kind={draft.kind}
          name={name}
          empty={empty}
          onGive={(delivery) => (way.calm && check.before(delivery) ? undefined : give(delivery))}
        >
          {leave}
        </DeliveryChoice>
      ) : (
        <>
          <p>{t('feedback.untilAgreed')}</p>
          <div>{leave}</div>
        </>
      )}
      <GivesWay>
        {looking ? (
          <WordingHint
            finding={finding}
            quote={finding?.span ? draft.text.slice(finding.span.start, finding.span.end) : null}
            name={name}
            hasNext={looking.at + 1 < looking.findings.length}
            goOn={pending ? asIs : t('wording.leave')}
            onNext={check.next}
            onChange={() => {
              const end = draft.text.length;
              select(finding?.span?.start ?? end, finding?.span?.end ?? end);
              check.close();
            }}
            onGoOn={() => {
              if (pending) give(pending);
              else select(draft.text.length, draft.text.length);
              check.close();
            }}
          />
        ) : ladder.speaks ? (
          <Ladder
            onTask={() => {
              ladder.toTask();
              select(0, 0);
            }}
            onKeep={() => {
              ladder.keep();
              box.current?.focus();
            }}
          />
        ) : null}
      </GivesWay>
      {ladder.back && !looking ? (
        <div className={text['row']}>
          <Button size="small" appearance="subtle" onClick={ladder.back}>
            {t('ladder.back')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
