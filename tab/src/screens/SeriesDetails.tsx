import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { TERMS_VERSION } from '@rapport/domain/terms';
import { otherName } from '@rapport/domain/view';
import { useRef } from 'react';
import { Confirm } from '../parts/Confirm';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft, sayAccess } from '../parts/groups';
import { Problem } from '../parts/Problem';
import { Section } from '../parts/Section';
import { Terms } from '../parts/Terms';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useTask } from '../parts/useTask';
import { WhoReads } from '../parts/WhoReads';
import { SupportList } from '../support/SupportList';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';

interface Props {
  readonly view: SeriesView;
  readonly onChanged: () => void;
  readonly onLeft: () => void;
}

/** What was agreed when this 1:1 began, and the way out of it. */
export default function SeriesDetails({ view, onChanged, onLeft }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const full = otherName(view);
  const name = full ? shortName(full) : null;
  const leaving = leavingQuestion(view);
  return (
    <Disclosure look="section" summary={t('details.title')}>
      <div className={text['sections']}>
        {view.introduction ? (
          <Section
            title={
              view.me === 'report' && name
                ? t('invitation.introduction', { name })
                : t('start.introduction')
            }
          >
            <p dir="auto" className={text['prose']}>
              {view.introduction}
            </p>
          </Section>
        ) : null}
        <Section title={t('who.title')}>
          {hasLeft(view) ? <p>{sayAccess(words, view)}</p> : <WhoReads name={name} />}
        </Section>
        <Section title={t('terms.title')}>
          <Terms reader={view.me} report={view.me === 'manager' ? name : null} />
          <Agreement view={view} name={name} onChanged={onChanged} />
        </Section>
        <Section title={t('support.title')}>
          <p className={text['quiet']}>{t('support.lead')}</p>
          <SupportList />
        </Section>
        <Section title={t('leave.title')}>
          <p>{t('leave.lead')}</p>
          <div>
            <Confirm
              label={t('leave.leave')}
              question={t(leaving, { name: name ?? '' })}
              confirm={t('leave.confirm')}
              work={async () => {
                await client.leave(view.id);
                onLeft();
              }}
            />
          </div>
        </Section>
      </div>
    </Disclosure>
  );
}

/** What leaving means for what is here, and for the other one. */
function leavingQuestion({ me, manager, report, invitation }: SeriesView): WordsKey {
  const other = me === 'manager' ? report : manager;
  if (other?.joined && !other.leftAt) return 'leave.question';
  const open = invitation?.state === 'sent' || invitation?.state === 'open';
  return open ? 'leave.questionAlone' : 'leave.questionLast';
}

/** Who agreed to the terms and when; and agreeing, for whoever put it off. */
function Agreement({ view, name, onChanged }: Omit<Props, 'onLeft'> & { name: string | null }) {
  const { t, date } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const me = view[view.me];
  const other = view.me === 'manager' ? view.report : view.manager;
  const mine = me?.agreedAt
    ? t('details.youAgreed', { date: date(me.agreedAt) })
    : t('details.youNotYet');
  const theirs = other?.agreedAt
    ? t('details.theyAgreed', { name: name ?? '', date: date(other.agreedAt) })
    : t('details.theyNotYet', { name: name ?? '' });
  const region = useRef<HTMLDivElement>(null);
  useHeldFocus(region);
  const agree = async () => {
    if (await run(() => client.agreeToTerms(view.id, TERMS_VERSION))) onChanged();
  };
  return (
    <div ref={region} tabIndex={-1} className={text['stack']}>
      <p>
        {mine} {name ? theirs : null}
      </p>
      {me?.agreedAt && other?.agreedAt ? null : (
        <p className={text['quiet']}>{t('terms.untilBoth')}</p>
      )}
      {me?.agreedAt ? null : (
        <div>
          <Button disabledFocusable={busy} onClick={() => void agree()}>
            {t('terms.agree')}
          </Button>
        </div>
      )}
      {refusal ? <Problem refusal={refusal} /> : null}
    </div>
  );
}
