import { useEffect, useState, type ComponentType } from 'react';
import { Problem } from '../parts/Problem';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';

/** When its program is fetched all the same, in ms after the page began: so that it is there offline. */
const SOON_MS = 1500;
const UNREACHABLE = { code: 'unreachable', field: null, reference: null } as const;

/**
 * What stands in a folded section, its program fetched apart from the page's. Somebody pressed to see it: so
 * where it does not arrive it says so and is fetched again when asked, unlike what `later` leaves out.
 * @param load its module, with the part as `default`
 */
export function folded<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  setTimeout(() => void load().catch(() => undefined), SOON_MS);
  return function Folded(props: P) {
    const { t } = useWords();
    const [Part, setPart] = useState<ComponentType<P> | null>(null);
    const [failed, setFailed] = useState(false);
    const get = () => {
      setFailed(false);
      load().then(
        (loaded) => setPart(() => loaded.default),
        () => setFailed(true),
      );
    };
    useEffect(get, []);
    if (failed) return <Problem refusal={UNREACHABLE} onRetry={get} />;
    return Part ? <Part {...props} /> : <p className={text['quiet']}>{t('loading')}</p>;
  };
}
