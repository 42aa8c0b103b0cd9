import { LINE_LENGTH } from '@rapport/domain/limits';
import type { SeriesView } from '@rapport/domain/series';
import { WISHES_EACH, type Wish } from '@rapport/domain/wish';
import { useEffect, useRef, useState } from 'react';
import type { SeriesState, SeriesStore } from '../client/state';
import { Button } from '../parts/Button';
import { PeopleIcon } from '../parts/icons';
import { LineBox } from '../parts/LineBox';
import { Named } from '../parts/Named';
import text from '../parts/text.module.css';
import { useWords } from '../words/useWords';
import styles from './feedback.module.css';
import { useKeptWords } from './useKeptWords';
import { TakenBack } from './TakenBack';

interface Props {
  readonly store: SeriesStore;
  readonly view: SeriesView;
  readonly name: string;
  /** What "Undo" would take back. */
  readonly undoes: SeriesState['undo'];
  readonly announce: (words: string) => void;
  readonly onAsked: () => void;
}

/** Asking for feedback on something concrete: one line, and what was asked for already (PRACTICE A7). */
export function useOwnWishes({ store, view, name, undoes, announce, onAsked }: Props) {
  const { t } = useWords();
  const { words, write } = useKeptWords(`wish/${view.id}`);
  const [open, setOpen] = useState(words !== '');
  const [withdrew, setWithdrew] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const own = view.wishes.filter(({ by }) => by === view.me);
  const full = own.length >= WISHES_EACH;
  const removed = withdrew && undoes === 'removeWish';

  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    (open ? box : opener).current?.focus();
  }, [open]);
  useEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);

  const show = (next: boolean) => {
    pressed.current = true;
    setOpen(next);
  };
  const ask = () => {
    const wished = words.trim();
    if (!wished) return;
    store.send({ type: 'addWish', id: crypto.randomUUID(), text: wished });
    write('');
    setWithdrew(false);
    show(false);
    announce(t('wish.asked', { name }));
    onAsked();
  };
  const withdraw = ({ id, version }: Wish) => {
    store.send({ type: 'removeWish', id, version });
    setWithdrew(true);
    announce(t('wish.withdrawn'));
  };
  const restore = () => {
    store.undo();
    setWithdrew(false);
    opener.current?.focus();
    announce(t('said.undone'));
  };

  const asking = (
    <>
      {open ? (
        <section className={styles['card']} aria-label={t('wish.ask')}>
          <div className={styles['field']}>
            <p className={styles['label']}>{t('wish.label')}</p>
            <LineBox
              ref={box}
              label={t('wish.label')}
              placeholder={t('wish.example')}
              value={words}
              maxLength={LINE_LENGTH}
              onChange={write}
              onEnter={ask}
              onEscape={() => show(false)}
            />
            <p className={styles['who']}>
              <PeopleIcon />
              {t('wish.bothRead', { name })}
            </p>
          </div>
          <div className={text['row']}>
            <Button disabledFocusable={!words.trim()} onClick={ask}>
              {t('wish.send', { name })}
            </Button>
            <Button appearance="subtle" onClick={() => show(false)}>
              {t('cancel')}
            </Button>
          </div>
          <p className={text['quiet']}>{t('wish.hint', { name })}</p>
        </section>
      ) : (
        <div className={text['row']}>
          <Button ref={opener} disabledFocusable={full} onClick={() => show(true)}>
            {t('wish.ask')}
          </Button>
          {full ? <p className={text['quiet']}>{t('problem.wishes.full')}</p> : null}
        </div>
      )}
      {removed ? <TakenBack said={t('wish.withdrawn')} button={undo} onUndo={restore} /> : null}
    </>
  );
  const asked =
    own.length > 0 ? (
      <section className={styles['card']} aria-label={t('wish.yours')}>
        <div className={styles['heading']}>
          <h3 className={styles['title']}>{t('wish.yours')}</h3>
          <p className={styles['who']}>
            <PeopleIcon />
            {t('wish.bothRead', { name })}
          </p>
        </div>
        <ul className={styles['list']}>
          {own.map((wish) => (
            <li key={wish.id}>
              <p dir="auto" className={text['prose']}>
                {wish.text}
              </p>
              <Named words={wish.text}>
                <div className={text['row']}>
                  <Button size="small" appearance="subtle" onClick={() => withdraw(wish)}>
                    {t('wish.withdraw')}
                  </Button>
                </div>
              </Named>
            </li>
          ))}
        </ul>
      </section>
    ) : null;
  return { asking, open, asked, count: own.length };
}
