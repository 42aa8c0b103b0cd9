import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import { ownZone } from './nextDate';
import { sayStanding } from './sayClocks';

/** What there is to know of a date in the hour that clocks repeat, or right after the one that they leave out. */
export default function NightOfChange({ at }: { readonly at: string }) {
  const said = sayStanding(useWords(), at, ownZone());
  return said === null ? null : <p className={text['quiet']}>{said}</p>;
}
