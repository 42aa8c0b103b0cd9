import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { Suspense } from 'react';
import { LedgerSection } from '../ledger/LedgerSection';
import { Disclosure } from '../parts/Disclosure';
import { later } from '../parts/later';
import { hasLeft, sayAccess, sayBoth } from '../parts/groups';
import { Section } from '../parts/Section';
import text from '../parts/text.module.css';
import { WhoReads } from '../parts/WhoReads';
import { PicturesSection } from '../pictures/PicturesSection';
import PastMeetings from '../screens/PastMeetings';
import { SupportList } from '../support/SupportList';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import AboutUs from './AboutUs';
import { Agreement } from './Agreement';
import { Introduction } from './Introduction';
import { Leaving } from './Leaving';
import styles from './sections.module.css';
import { Settings } from './Settings';

const Goals = later(() => import('../goals/Goals'));
const EarlierNotes = later(() => import('../importing/EarlierNotes'));
const Brought = later(() => import('../succession/Brought'));
const Succession = later(() => import('../succession/Succession'));
const TalkShare = later(() => import('../talkShare/TalkShare'));
const TakeCopy = later(() => import('../copying/TakeCopy'));

export interface SectionProps {
  readonly view: SeriesView;
  /** How the other one is called; null while nobody is named. */
  readonly name: string | null;
  /** Reads the series again. */
  readonly onChanged: () => void;
}

interface Props {
  readonly view: SeriesView;
  readonly onChanged: () => void;
  /** Told after leaving; nothing can be left where nobody is told. */
  readonly onLeft: (() => void) | undefined;
}

/** What a 1:1 has besides its agenda, each folded under its own heading and read when it is opened. */
export default function SeriesSections({ view, onChanged, onLeft }: Props) {
  const words = useWords();
  const { t } = words;
  const full = otherName(view);
  const name = full ? shortName(full) : null;
  const section: SectionProps = { view, name, onChanged };
  // How many wait is said between meetings only: in one, nothing arrives (PRACTICE A9).
  const left = view.meeting.state === 'planned' && !hasLeft(view) ? view.subjectsLeft : 0;
  const aboutUs = left > 0 ? t('about.titleLeft', { count: left }) : t('about.title');
  const goals = (
    <Disclosure look="section" summary={t('goals.title')}>
      <Suspense fallback={<p className={text['quiet']}>{t('loading')}</p>}>
        <Goals view={view} name={name} />
      </Suspense>
    </Disclosure>
  );
  return (
    <div className={styles['sections']}>
      {view.format === 'structured' ? goals : null}
      <Disclosure look="section" summary={aboutUs}>
        <AboutUs view={view} name={name} />
      </Disclosure>
      {view.format === 'free' && view.goals ? goals : null}
      {view.lastMeeting ? (
        <PastMeetings
          key={view.lastMeeting.number}
          seriesId={view.id}
          me={view.me}
          name={name ?? ''}
          both={sayBoth(words, full)}
        />
      ) : null}
      <Disclosure look="section" summary={t('bring.title')}>
        <Suspense fallback={null}>
          <EarlierNotes view={view} />
        </Suspense>
      </Disclosure>
      {/* Never live: between meetings only (PRACTICE A8, A9). */}
      {view.lastMeeting && name && view.meeting.state === 'planned' ? (
        <Disclosure look="section" summary={t('talk.title')}>
          <Suspense fallback={null}>
            <TalkShare view={view} name={name} />
          </Suspense>
        </Disclosure>
      ) : null}
      {view.lastMeeting && name && view.meeting.state === 'planned' ? (
        <PicturesSection view={view} name={name} />
      ) : null}
      {view.introduction || view.me === 'manager' ? (
        <Disclosure look="section" summary={t('sections.introduction')}>
          <Introduction {...section} />
        </Disclosure>
      ) : null}
      <Disclosure look="section" summary={t('settings.title')}>
        <Settings {...section} />
      </Disclosure>
      <Disclosure look="section" summary={t('sections.terms')}>
        <div className={text['sections']}>
          <Section title={t('terms.title')}>
            <Agreement {...section} />
          </Section>
          <Section title={t('who.title')}>
            {hasLeft(view) ? <p>{sayAccess(words, view)}</p> : <WhoReads name={name} />}
          </Section>
        </div>
      </Disclosure>
      {name ? (
        <Disclosure look="section" summary={t('ledger.title')}>
          <LedgerSection view={view} name={name} />
        </Disclosure>
      ) : null}
      {name && view.origin ? (
        <Disclosure look="section" summary={t('brought.title')}>
          <Suspense fallback={null}>
            <Brought view={view} name={name} empty={t('brought.none')} />
          </Suspense>
        </Disclosure>
      ) : null}
      {name ? (
        <Disclosure look="section" summary={t('succession.title')}>
          <Suspense fallback={null}>
            <Succession view={view} name={name} />
          </Suspense>
        </Disclosure>
      ) : null}
      <Disclosure look="section" summary={t('support.title')}>
        <div className={text['tight']}>
          <p className={text['quiet']}>{t('support.lead')}</p>
          <SupportList />
        </div>
      </Disclosure>
      <Disclosure look="section" summary={t('copy.title')}>
        <Suspense fallback={null}>
          <TakeCopy view={view} name={name} />
        </Suspense>
      </Disclosure>
      {onLeft && !view[view.me]?.leftAt ? (
        <Disclosure look="section" summary={t('leave.title')}>
          <Leaving view={view} name={name} onLeft={onLeft} />
        </Disclosure>
      ) : null}
    </div>
  );
}
