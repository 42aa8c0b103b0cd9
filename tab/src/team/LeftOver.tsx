import { useMemo, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { useApp } from '../parts/useApp';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useWords } from '../words/useWords';
import { keepPlan } from './plan';

interface Props {
  readonly onOpen: () => void;
}

/** Those of several 1:1s that did not come about: said in the home, which is not kept from anybody because of it. */
export default function LeftOver({ onOpen }: Props) {
  const { t, locale } = useWords();
  const { host } = useApp();
  const kept = useMemo(() => keepPlan(host.context.user), [host]);
  const [failed, setFailed] = useState(
    () => kept.read()?.sent?.filter(({ state }) => state === 'failed') ?? [],
  );
  const root = useRef<HTMLDivElement>(null);
  useHeldFocus(root);
  // It was just put away here: the focus stays where it stood.
  if (failed.length === 0) return <div ref={root} tabIndex={-1} />;
  const collator = new Intl.Collator(locale);
  const names = failed.map(({ name }) => name).toSorted(collator.compare);
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return (
    <div ref={root} tabIndex={-1}>
      <Notice
        actions={
          <>
            <Button onClick={onOpen}>{t('team.lookAtIt')}</Button>
            <Button
              onClick={() => {
                kept.clear();
                setFailed([]);
              }}
            >
              {t('team.leaveOut')}
            </Button>
          </>
        }
      >
        {t('team.leftOver', { count: failed.length, names: listed })}
      </Notice>
    </div>
  );
}
