import type { Feedback } from '@rapport/domain/feedback';
import type { Goal } from '@rapport/domain/goal';
import type { PersonId } from '@rapport/domain/person';
import { hasEnded } from '@rapport/domain/member';
import { retentionAt, settleRetention } from '@rapport/domain/retention';
import type { Series } from '@rapport/domain/series';
import { digestOf, HEAD, REDATING, seriesPartition } from '../places';
import { StorageConflict } from '../ports/storage';
import { Problem } from '../problem';
import type { Services } from '../services';
import { changeBroughtBeside } from '../writing/changeBrought';
import { changeDocument } from '../writing/changeDocument';
import { nudgeBoth } from '../writing/nudgeBoth';
import type { Effect } from './effect';
import { layPassing } from './passBrought';
import { redateFeedback, redateGoals, redateMeetings, type Redating } from './redatePages';

/** Pages of one run: what is left goes on with the next sweep, a minute later. */
const PAGES_PER_RUN = 20;
const ATTEMPTS = 12;

/** How far it has come; kept beside the series, so that a new process goes on from here. */
interface Progress {
  readonly announcedAt: string;
  /** The next digest whose meetings get new dates; null once all have them. */
  readonly digest: number | null;
  /** … and where in the list of feedback it goes on; null at its beginning. */
  readonly feedback: string | null;
  /** … and in the list of goals, the last of them; missing until then. */
  readonly goals?: string | null;
}

/**
 * Gives everything past the dates of a new retention: first the head says that it holds, so that what is written
 * from then on has them already; then page by page. Doing a page twice does nothing more.
 * @returns `later` while its time has not come, or there is more to do
 */
export async function redate(
  services: Services,
  effect: Extract<Effect, { type: 'redate' }>,
): Promise<'later' | undefined> {
  const at = services.clock.now().toISOString();
  if (effect.notBefore > at) return 'later';
  const redating = await settled(services, effect, at);
  if (!redating) return undefined;
  const { where } = redating;
  if (redating.series.brought) {
    await layPassing(services, await changeBroughtBeside(services, redating.series.id));
  }
  const first: Progress = { announcedAt: effect.announcedAt, digest: 0, feedback: null };
  const standing = await services.documents.read<Progress>(where, REDATING.id);
  const resumes = standing?.value.announcedAt === effect.announcedAt;
  let progress: Progress | null = resumes ? standing.value : first;
  for (let page = 0; progress; page += 1) {
    if (page === PAGES_PER_RUN) return 'later';
    progress = await patiently(nextPage(services, redating, progress));
    const reached = progress ?? undefined;
    await changeDocument<Progress>(services, where, REDATING, () => reached);
  }
  return undefined;
}

/** The head once the new retention holds; null where it never will: taken back, or one of the two left. */
async function settled(
  services: Services,
  { series, announcedAt }: Extract<Effect, { type: 'redate' }>,
  at: string,
): Promise<Redating | null> {
  const where = seriesPartition(series);
  const head = await services.documents.read<Series>(where, HEAD.id, 'latest');
  if (!head) return null;
  const partition = { ...where, tenant: head.tenant };
  const holds = (value: Series): boolean =>
    !hasEnded(value) && retentionAt(value, at).changed?.at === announcedAt;
  let changed = false;
  const after = await changeDocument<Series>(services, partition, HEAD, (current) => {
    const next = current && holds(current) ? settleRetention(current, at) : current;
    changed = next !== current;
    return next;
  });
  if (!after || !holds(after)) return null;
  if (changed) await nudgeBoth(services, after);
  return { where: partition, series: after, people: membersOf(after), at };
}

const membersOf = ({ manager, report }: Series): PersonId[] =>
  [manager, report].flatMap((member) => (member ? [member.person.id] : []));

/** Does one page. @returns where to go on, null after the last one */
const nextPage =
  (services: Services, redating: Redating, progress: Progress) =>
  async (): Promise<Progress | null> => {
    const { digest } = progress;
    if (digest !== null) {
      await redateMeetings(services, redating, digest);
      const last = digestOf(redating.series.meeting.number);
      return { ...progress, digest: digest < last ? digest + 1 : null };
    }
    const { documents } = services;
    if (progress.goals !== undefined) {
      const page = await documents.list<Goal>(
        redating.where,
        'goal',
        GOALS_PER_PAGE,
        progress.goals,
      );
      await redateGoals(services, redating, page.documents);
      return page.continuation === null ? null : { ...progress, goals: page.continuation };
    }
    const page = await documents.list<Feedback>(
      redating.where,
      'feedback',
      FEEDBACK_PER_PAGE,
      progress.feedback,
    );
    await redateFeedback(services, redating, page.documents);
    const { continuation } = page;
    return {
      ...progress,
      ...(continuation === null ? { goals: null } : { feedback: continuation }),
    };
  };

const FEEDBACK_PER_PAGE = 50;
/** Goals are longer; all of a page are in one batch. */
const GOALS_PER_PAGE = 20;

/** Somebody closes or keeps something meanwhile: the page is read again. @throws Problem `busy` */
async function patiently<T>(page: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await page();
    } catch (error) {
      if (!(error instanceof StorageConflict)) throw error;
    }
  }
  throw new Problem('busy');
}
