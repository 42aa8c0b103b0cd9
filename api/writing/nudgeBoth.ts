import type { Series } from '@rapport/domain/series';
import type { Services } from '../services';

/** Tells both people's open panels that there is a newer version. May be lost; polling finds it anyway. */
export async function nudgeBoth({ nudge }: Pick<Services, 'nudge'>, series: Series): Promise<void> {
  const to = [series.manager, series.report].flatMap((member) =>
    member && !member.leftAt ? [member.person.id] : [],
  );
  const { id, version } = series;
  await Promise.all(to.map((person) => nudge.send(person, { series: id, version })));
}
