import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { GivesWay } from '../parts/GivesWay';
import ways from '../parts/GivesWay.module.css';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { useRef } from 'react';
import { useHeldFocus } from '../parts/useHeldFocus';
import text from '../parts/text.module.css';
import { NewTerms } from '../sections/NewTerms';
import { RetentionComing } from '../history/RetentionComing';
import { sayOrigin } from '../succession/sayNaming';
import { JoinRequest } from './JoinRequest';

interface Props {
  readonly view: SeriesView;
  readonly onChanged: () => void;
}

/** What stands between this 1:1 and its first meeting, or after its last; nothing while all is well. */
export default function SeriesStatus({ view, onChanged }: Props) {
  const words = useWords();
  const { t, date } = words;
  const region = useRef<HTMLDivElement>(null);
  useHeldFocus(region);
  const full = otherName(view);
  const name = full ? shortName(full) : null;
  const other = view.me === 'manager' ? view.report : view.manager;
  // Nothing goes where nobody has left; then there is no day to say.
  const goes = view.goesAt ? date(view.goesAt) : '';
  const mine = view[view.me]?.leftAt;
  if (mine) return <Notice>{t('status.youLeft', { date: date(mine), goes })}</Notice>;
  if (other?.leftAt) {
    const values = { name: name ?? '', date: date(other.leftAt), goes };
    return <Notice>{t('status.left', values)}</Notice>;
  }
  const { endedAt, origin } = view;
  if (endedAt) return <Notice>{t('origin.ended', { date: date(endedAt) })}</Notice>;
  return (
    <div ref={region} tabIndex={-1} className={`${text['tight']} ${ways['ways']}`}>
      <GivesWay says>
        {view.retention.coming ? (
          <RetentionComing view={view} coming={view.retention.coming} name={name} />
        ) : null}
      </GivesWay>
      <GivesWay>
        {origin && (origin.until || !view.lastMeeting) ? (
          <Notice>
            {sayOrigin(words, origin, view.me === 'manager' ? null : view.manager.name)}
          </Notice>
        ) : null}
      </GivesWay>
      <GivesWay says>
        {view.terms.unanswered ? <NewTerms view={view} name={name} onChanged={onChanged} /> : null}
      </GivesWay>
      {view.joinRequest ? (
        <JoinRequest seriesId={view.id} request={view.joinRequest} onAnswered={onChanged} />
      ) : null}
      {view.invitation && !view.joinRequest ? (
        <InvitationStatus view={view} name={name} onChanged={onChanged} />
      ) : null}
    </div>
  );
}

function InvitationStatus({ view, name, onChanged }: Props & { readonly name: string | null }) {
  const { t, date } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  if (!view.invitation) return null;

  const { state, expiresAt } = view.invitation;
  const until = date(expiresAt);
  const called = name ?? '';
  const said = {
    sent: t('status.sent', { name: called, date: until }),
    open: t('status.open', { date: until }),
    declined: t('status.declined', { name: called }),
    expired: name ? t('status.expired', { name, date: until }) : t('status.expiredOpen'),
  }[state];
  const renewable = state === 'declined' || state === 'expired';
  const renew = async () => {
    if (await run(() => client.writeShared(view.id, 'invitation', {}))) onChanged();
  };
  const action = renewable ? (
    <Button disabledFocusable={busy} onClick={() => void renew()}>
      {t(name ? 'status.again' : 'status.openAgain')}
    </Button>
  ) : null;
  return (
    <>
      <Notice actions={action}>{said}</Notice>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
