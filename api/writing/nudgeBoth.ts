import type { Series } from '@rapport/domain/series';
import type { Services } from '../services';

/** Tells both people's open panels that there is a newer version. May be lost; polling finds it anyway. */
export async function nudgeBoth({ nudge }: Pick<Services, 'nudge'>, series: Series): Promise<void> {
  const members = [series.manager, series.report].filter((member) => member && !member.leftAt);
  await Promise.all(
    members.map(
      (member) =>
        member && nudge.send(member.person.id, { series: series.id, version: series.version }),
    ),
  );
}
