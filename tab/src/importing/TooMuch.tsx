import type { ImportRoom } from '@rapport/domain/imported';
import { IMPORTED_PER_PERSON, IMPORTS_PER_PERSON } from '@rapport/domain/limits';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { useWords } from '../words/useWords';
import type { Packed } from './parts';
import type { Notes } from './useNotes';
import { useLocale } from './useLocale';

interface Props {
  readonly notes: Notes;
  readonly room: ImportRoom;
  /** All of it, and what would fit. */
  readonly packed: Packed;
}

/** Said before anything is sent: how much fits, what does not, and the way out. */
export function TooMuch({ notes, room, packed: { left } }: Props) {
  const { t } = useWords();
  const locale = useLocale();
  const [first] = left;
  if (room.imports === 0) {
    return <Notice role="alert">{t('bring.fits.often', { times: IMPORTS_PER_PERSON })}</Notice>;
  }
  if (!first) return null;
  const say = (size: number): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    }).format(Math.floor(size / 100_000) / 10);
  const all = IMPORTED_PER_PERSON;
  return (
    <Notice
      role="alert"
      actions={
        <Button
          size="small"
          onClick={() =>
            notes.setKind(
              left.map(({ id }) => id),
              'leaveOut',
            )
          }
        >
          {t('bring.fits.leaveOut', { count: left.length })}
        </Button>
      }
    >
      <p>
        {room.size < all
          ? t('bring.fits.room', { room: say(room.size), all: say(all) })
          : t('bring.fits.once')}{' '}
        {t('bring.fits.rest', { line: first.at, count: left.length })}
      </p>
    </Notice>
  );
}
