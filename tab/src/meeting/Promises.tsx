import { useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { AddIcon } from '../parts/moreIcons';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import { PromiseForm } from './PromiseForm';
import { mayCopy, PromiseList } from './PromiseList';
import type { Session } from './session';

/** All promises, to be ticked off and added to. What grows stands last. */
export function Promises({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const { host } = useApp();
  const { view } = session;
  const copies = host.graph !== null && view.actions.some((action) => mayCopy(view, action));
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <div className={text['tight']}>
      <p className={text['quiet']}>{t('promise.reads', { both: session.both })}</p>
      {adding ? (
        <PromiseForm
          session={session}
          owner={view.me}
          onDone={() => {
            setAdding(false);
            add.current?.focus();
          }}
        />
      ) : null}
      <div>
        <Button
          ref={add}
          size="small"
          icon={<AddIcon />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('promise.add')}
        </Button>
      </div>
      <PromiseList session={session} />
      {copies ? <p className={text['quiet']}>{t('todo.leaves')}</p> : null}
    </div>
  );
}
