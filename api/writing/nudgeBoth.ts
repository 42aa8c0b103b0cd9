import type { Series } from '@rapport/domain/series';
import type { Services } from '../services';

/** Tells both people's open panels that there is a newer version. May be lost; polling finds it anyway. */
export const nudgeBoth = (services: Pick<Services, 'nudge'>, series: Series): Promise<void> =>
  tellBoth(services, series, series.version);

/** The same where it is not the head that is newer: what panels know of its version says nothing then. */
export const nudgeBothBeside = (services: Pick<Services, 'nudge'>, series: Series): Promise<void> =>
  tellBoth(services, series, 0);

async function tellBoth(
  { nudge }: Pick<Services, 'nudge'>,
  series: Series,
  version: number,
): Promise<void> {
  const to = [series.manager, series.report].flatMap((member) =>
    member && !member.leftAt ? [member.person.id] : [],
  );
  await Promise.all(
    to.map((person) => nudge.send(person, { series: series.id, version, page: 0 })),
  );
}
