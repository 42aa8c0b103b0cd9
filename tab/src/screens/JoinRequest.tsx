import { Button } from '@fluentui/react-components';
import type { SeriesView } from '@rapport/domain/series';
import { Notice } from '../parts/Notice';
import { Problem } from '../parts/Problem';
import { useApp } from '../parts/useApp';
import { useTask } from '../parts/useTask';
import { useWords } from '../words/useWords';

interface Props {
  readonly seriesId: string;
  readonly request: NonNullable<SeriesView['joinRequest']>;
  readonly onAnswered: () => void;
}

/** Somebody in the meeting's chat asks for the open place: the manager looks at the verified name. */
export function JoinRequest({ seriesId, request, onAnswered }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { busy, refusal, run } = useTask();
  const answer = async (confirm: boolean) => {
    if (await run(() => client.writeShared(seriesId, `join-requests/${request.id}`, { confirm })))
      onAnswered();
  };
  return (
    <>
      <Notice
        role="status"
        actions={
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void answer(true)}>
              {t('joinRequest.confirm')}
            </Button>
            <Button disabledFocusable={busy} onClick={() => void answer(false)}>
              {t('joinRequest.somebodyElse')}
            </Button>
          </>
        }
      >
        <p>
          <strong>{t('joinRequest.asks', { name: request.name })}</strong>
        </p>
        <p>{t('joinRequest.verified')}</p>
      </Notice>
      {refusal ? <Problem refusal={refusal} /> : null}
    </>
  );
}
