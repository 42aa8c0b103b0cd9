import { Button } from '@fluentui/react-components';
import { TERMS_VERSION } from '@rapport/domain/terms';
import { useMemo, type ReactNode } from 'react';
import { Confirm } from '../parts/Confirm';
import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Card, Section } from '../parts/Section';
import { Skeleton } from '../parts/Skeleton';
import { Terms } from '../parts/Terms';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useTask } from '../parts/useTask';
import { sayRhythm, shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { WhoReads } from '../parts/WhoReads';
import { sayOrigin } from '../succession/sayNaming';
import { Gone } from './Gone';

interface Props {
  readonly seriesId: string;
  readonly back?: ReactNode;
  readonly arrived?: boolean;
  readonly onJoined: () => void;
  readonly onDeclined: () => void;
}

/** What somebody invited reads before joining: inviter, introduction, rhythm, terms, who can read what. */
export function InvitationPage({ seriesId, back, arrived = false, onJoined, onDeclined }: Props) {
  const words = useWords();
  const { t } = words;
  const { client } = useApp();
  const live = useMemo(() => client.invitation(seriesId), [client, seriesId]);
  const reading = useLive(live);
  const joining = useTask();

  if (reading.status === 'loading') return <Skeleton />;
  if (reading.status === 'gone') return <Gone kind="invitation" back={back} />;
  if (reading.status === 'failed') {
    return (
      <Page title={t('failed.title')} back={back}>
        <Problem refusal={reading.refusal} onRetry={() => void live.refresh()} />
      </Page>
    );
  }
  const { from, introduction, rhythm, minutes, terms, expiresAt, origin } = reading.value;
  const name = shortName(from);
  const answer = (said: 'accept' | 'decline', body: object) =>
    client.keep('POST', `/api/invitations/${encodeURIComponent(seriesId)}/${said}`, body);
  const join = async (agree: boolean) => {
    if (await joining.run(() => answer('accept', { terms, agree }))) onJoined();
  };
  /** Terms newer than the words on this page are not agreed to unread. */
  const current = terms === TERMS_VERSION;

  return (
    <Page
      title={t('invitation.title', { name: from })}
      lead={t('invitation.lead', { rhythm: sayRhythm(words, rhythm, minutes), name })}
      back={back}
      arrived={arrived}
      terms="shown"
    >
      {origin ? <Notice>{sayOrigin(words, origin, from)}</Notice> : null}
      {introduction ? (
        <Section title={t('invitation.introduction', { name })}>
          <Card>
            <p dir="auto" className={text['prose']}>
              {introduction}
            </p>
          </Card>
        </Section>
      ) : null}
      <Section title={t('who.title')}>
        <Card>
          <WhoReads name={name} />
        </Card>
      </Section>
      <Section title={t('terms.title')}>
        <Card>
          <Terms reader="report" report={null} />
          <p className={text['quiet']}>{t('terms.untilBoth')}</p>
        </Card>
      </Section>
      {joining.refusal ? <Problem refusal={joining.refusal} /> : null}
      {current ? null : <p>{t('problem.terms.outdated')}</p>}
      <div className={air['buttons']}>
        <Button
          appearance="primary"
          disabledFocusable={joining.busy || !current}
          onClick={() => void join(true)}
        >
          {t('invitation.agreeAndJoin')}
        </Button>
        <Button disabledFocusable={joining.busy || !current} onClick={() => void join(false)}>
          {t('invitation.joinOnly')}
        </Button>
      </div>
      <div>
        <Confirm
          label={t('invitation.notNow')}
          question={t('invitation.declineQuestion', { name })}
          confirm={t('invitation.decline')}
          disabled={joining.busy}
          work={async () => {
            await answer('decline', {});
            onDeclined();
          }}
        />
      </div>
      <p className={text['quiet']}>{t('invitation.openUntil', { date: words.date(expiresAt) })}</p>
    </Page>
  );
}
