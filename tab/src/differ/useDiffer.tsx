import type { Line } from '@rapport/domain/line';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Session } from '../meeting/session';
import { Button } from '../parts/Button';
import { DifferIcon, RemoveIcon } from '../parts/moreIcons';
import { brief } from '../words/brief';
import { useWords } from '../words/useWords';
import styles from './differ.module.css';
import { DifferForm } from './DifferForm';
import { Differs } from './Differs';
import type { Standing } from './useStanding';

/** What can be done about the other one's line, and what stands below a line. */
export interface Differ {
  /** Among the actions of the row; null for one's own lines, which are changed instead. */
  readonly button: ReactNode;
  readonly below: ReactNode;
}

/**
 * "I see it differently" (PRACTICE E2), for a note or a promise that both read.
 * @param standing where what the other one says about one's own line is shown
 */
export function useDiffer(
  session: Session,
  type: 'disputeNote' | 'disputeAction',
  line: Line,
  standing: Standing | undefined,
): Differ {
  const { t } = useWords();
  const { view, name, send } = session;
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useEffect(() => {
    if (left.current) button.current?.focus();
    left.current = false;
  });
  const { id, version, dispute } = line;
  if (line.by === view.me) {
    if (standing === 'gone') {
      return { button: null, below: <p className={styles['gone']}>{t('differ.withdrawn')}</p> };
    }
    return {
      button: null,
      below: standing === 'below' ? <Differs line={line} mine={false} name={name} /> : null,
    };
  }
  const stop = () => {
    left.current = true;
    setWriting(false);
  };
  const say = (text: string | null) => {
    send({ type, id, version, text, stands: true }, 'differ.said');
    stop();
  };
  const withdraw = () => {
    left.current = true;
    send({ type, id, version, text: null, stands: false }, 'differ.withdrawn');
  };
  return {
    button: (
      <Button
        ref={button}
        size="small"
        appearance="subtle"
        className={styles['button']}
        icon={<DifferIcon />}
        title={t('differ.say')}
        aria-label={t('differ.sayAbout', { words: brief(line.text) })}
        aria-expanded={writing}
        onClick={() => setWriting(!writing)}
      />
    ),
    below: writing ? (
      <DifferForm
        words={dispute?.text ?? ''}
        both={session.both}
        line={line.text}
        onSay={say}
        onCancel={stop}
      />
    ) : dispute ? (
      <Differs line={line} mine name={name}>
        <Button
          size="small"
          appearance="subtle"
          className={styles['button']}
          icon={<RemoveIcon />}
          title={t('differ.withdraw')}
          aria-label={t('differ.withdrawAbout', { words: brief(line.text) })}
          onClick={withdraw}
        />
      </Differs>
    ) : null,
  };
}
