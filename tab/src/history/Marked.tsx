import { Fragment } from 'react';
import styles from './history.module.css';

interface Props {
  readonly text: string;
  /** In their order, none over another. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Letters around the first mark that are shown of a long text. */
const AROUND = 90;

/** A text with what was found in it standing out; of a long one the part around it. */
export function Marked({ text, marks }: Props) {
  const first = marks[0]?.[0] ?? 0;
  const from = first > AROUND ? wordBefore(text, first - AROUND / 2) : 0;
  const to = Math.min(text.length, from + 4 * AROUND);
  const shown = marks.filter(([start, end]) => start >= from && end <= to);
  return (
    <span dir="auto">
      {from > 0 ? '… ' : ''}
      {shown.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(shown[index - 1]?.[1] ?? from, start)}
          <mark className={styles['mark']}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.[1] ?? from, to)}
      {to < text.length ? ' …' : ''}
    </span>
  );
}

/** Where the word begins that is cut there; letters of two units are not torn apart. */
function wordBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space > at - 30) return space + 1;
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}
