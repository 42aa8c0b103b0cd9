import type { SeriesView } from '@rapport/domain/series';
import { otherName } from '@rapport/domain/view';
import { RetentionSetting } from '../history/RetentionSetting';
import { LedgerSection } from '../ledger/LedgerSection';
import { Disclosure } from '../parts/Disclosure';
import { hasLeft, sayAccess, sayBoth } from '../parts/groups';
import { Section } from '../parts/Section';
import air from '../parts/air.module.css';
import text from '../parts/text.module.css';
import { WhoReads } from '../parts/WhoReads';
import { SupportList } from '../support/SupportList';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import AboutUs from './AboutUs';
import { Agreement } from './Agreement';
import { folded } from './folded';
import { FoldGroup } from './FoldGroup';
import { Introduction } from './Introduction';
import { Leaving } from './Leaving';
import { LookingBack } from './LookingBack';
import type { SectionProps } from './sectionProps';
import styles from './sections.module.css';
import { Settings } from './Settings';

const Goals = folded(() => import('../goals/Goals'));
const Succession = folded(() => import('../succession/Succession'));
const TakeCopy = folded(() => import('../copying/TakeCopy'));

interface Props {
  readonly view: SeriesView;
  readonly onChanged: () => void;
  /** Told after leaving; nothing can be left where nobody is told. */
  readonly onLeft: (() => void) | undefined;
}

/** What a 1:1 has besides its agenda: a few groups, each part folded and read when it is opened. */
export default function SeriesSections({ view, onChanged, onLeft }: Props) {
  const words = useWords();
  const { t } = words;
  const full = otherName(view);
  const name = full ? shortName(full) : null;
  const section: SectionProps = { view, name, onChanged };
  const other = view.me === 'manager' ? view.report : view.manager;
  // Who prepares alone has no other line that says so; with two there is one below the topics.
  const left = other?.joined === true || hasLeft(view) ? 0 : view.subjectsLeft;
  return (
    <div className={styles['groups']}>
      <FoldGroup title={t('sections.us')}>
        {view.format === 'structured' ? <GoalsFold view={view} name={name} /> : null}
        <Disclosure
          look="section"
          summary={left > 0 ? t('about.titleLeft', { count: left }) : t('about.title')}
        >
          <AboutUs view={view} name={name} />
        </Disclosure>
        {view.format === 'free' && view.goals ? <GoalsFold view={view} name={name} /> : null}
      </FoldGroup>
      <LookingBack view={view} name={name} both={sayBoth(words, full)} />
      <FoldGroup title={t('sections.this')}>
        <Disclosure look="section" summary={t('settings.title')}>
          <Settings {...section} />
        </Disclosure>
        <Disclosure look="section" summary={t('retention.title')}>
          <RetentionSetting view={view} name={name} />
        </Disclosure>
        {view.introduction || view.me === 'manager' ? (
          <Disclosure look="section" summary={t('sections.introduction')}>
            <Introduction {...section} />
          </Disclosure>
        ) : null}
        {name && !view[view.me]?.leftAt && !view.report?.leftAt ? (
          <Disclosure look="section" summary={t('succession.title')}>
            <Succession view={view} name={name} />
          </Disclosure>
        ) : null}
      </FoldGroup>
      <FoldGroup title={t('sections.outside')}>
        <Disclosure look="section" summary={t('sections.terms')}>
          <div className={air['sections']}>
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
        <Disclosure look="section" summary={t('support.title')}>
          <div className={text['tight']}>
            <p className={text['quiet']}>{t('support.lead')}</p>
            <SupportList />
          </div>
        </Disclosure>
      </FoldGroup>
      <FoldGroup title={t('sections.yours')}>
        <Disclosure look="section" summary={t('copy.title')}>
          <TakeCopy view={view} name={name} />
        </Disclosure>
        {onLeft && !view[view.me]?.leftAt ? (
          <Disclosure look="section" summary={t('leave.title')}>
            <Leaving view={view} name={name} onLeft={onLeft} />
          </Disclosure>
        ) : null}
      </FoldGroup>
    </div>
  );
}

const GoalsFold = ({ view, name }: Pick<SectionProps, 'view' | 'name'>) => {
  const { t } = useWords();
  return (
    <Disclosure look="section" summary={t('goals.title')}>
      <Goals view={view} name={name} />
    </Disclosure>
  );
};
