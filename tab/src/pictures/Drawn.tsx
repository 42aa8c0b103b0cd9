import type { PicturesView } from '@rapport/domain/pictures';
import { bothJoinedAt } from '@rapport/domain/rhythm';
import type { SeriesView } from '@rapport/domain/series';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { RhythmPicture } from '../rhythm/RhythmPicture';
import { useWords } from '../words/useWords';
import { CheckIns } from './CheckIns';
import { feedbackColumns, topicColumns } from './columns';
import { EachWay } from './EachWay';
import { Picture } from './Picture';
import styles from './pictures.module.css';

/** Before there are so many meetings, there is nothing to look at. */
const ENOUGH = 2;

interface Props {
  readonly view: SeriesView;
  readonly name: string;
  readonly pictures: PicturesView;
}

export function Drawn({ view, name, pictures: { meetings, feedback } }: Props) {
  const { t } = useWords();
  const { client } = useApp();
  const { me } = view;
  if (meetings.length < ENOUGH) return <p className={text['prose']}>{t('pics.empty')}</p>;
  const now = client.now();
  const finished = meetings.map(({ finishedAt }) => finishedAt);
  const who = { me, name };
  return (
    <div className={styles['pictures']}>
      <Picture title={t('pace.title')}>
        <RhythmPicture
          finished={finished}
          rhythm={view.rhythm}
          since={bothJoinedAt(view) ?? finished[0] ?? ''}
          pauses={view.pauses}
          now={now}
        />
      </Picture>
      <EachWay
        {...who}
        title={t('pics.topics')}
        lead={me === 'report' ? t('pics.topicsLeadYours') : t('pics.topicsLead', { name })}
        nothing={t('pics.noTopics')}
        drawn={topicColumns(meetings, now)}
      />
      <EachWay
        {...who}
        title={t('pics.feedback')}
        lead={t('pics.feedbackLead')}
        nothing={t('pics.noFeedback')}
        drawn={feedbackColumns(feedback, now)}
      />
      <CheckIns {...who} meetings={meetings} />
    </div>
  );
}
