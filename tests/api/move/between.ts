import type { Side } from '@rapport/api/move/side';
import { openSource, openTarget } from './support';

/** Opens both folders, does it, and closes both. */
export async function between<T>(
  from: string,
  to: string,
  work: (from: Side, to: Side) => Promise<T>,
): Promise<T> {
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      return await work(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
