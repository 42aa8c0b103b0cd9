import type { Topic } from '@rapport/domain/topic';
import { otherRole } from '@rapport/domain/person';
import { useState } from 'react';
import { Button } from '../parts/Button';
import { LineBox } from '../parts/LineBox';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useWords } from '../words/useWords';
import type { Session } from './session';
import styles from './TopicLevel.module.css';

interface Props {
  readonly session: Session;
  readonly topic: Topic;
}

const LEVELS = [
  { level: 'strategic', label: 'level.strategic', said: 'level.said.strategic' },
  { level: 'tactical', label: 'level.tactical', said: 'level.said.tactical' },
] as const;

/** What one's own topic is about; a tactical one can go to the chat instead (PRACTICE C5). Not begun in a meeting. */
export default function TopicLevel({ session, topic }: Props) {
  const { t } = useWords();
  const { level } = topic;
  const planned = session.view.meeting.state === 'planned';
  const [begun, setBegun] = useState(planned);
  if (planned && !begun) setBegun(true);
  const mark = (pressed: (typeof LEVELS)[number]) => {
    const next = level === pressed.level ? null : pressed.level;
    session.send(
      { type: 'markTopic', id: topic.id, level: next },
      next ? pressed.said : 'level.said.none',
    );
  };
  if (!begun) return null;
  return (
    <div className={styles['level']}>
      <div className={text['row']} role="group" aria-label={t('level.title')}>
        {LEVELS.map((one) => (
          <Button
            key={one.level}
            size="small"
            appearance={level === one.level ? 'primary' : 'outline'}
            aria-pressed={level === one.level}
            onClick={() => mark(one)}
          >
            {t(one.label)}
          </Button>
        ))}
      </div>
      <p className={text['quiet']}>
        {level === 'tactical' ? t('level.aboutTactical') : t('level.about', { both: session.both })}
      </p>
      {level === 'tactical' ? <ToChat session={session} topic={topic} /> : null}
    </div>
  );
}

/** One press to the chat with the words filled in; where the host cannot, the words to take along. */
function ToChat({ session, topic }: Props) {
  const { t } = useWords();
  const { host } = useApp();
  const [done, setDone] = useState<'opened' | 'copied' | 'shown' | null>(null);
  const { view, name } = session;
  const address = view[otherRole(view.me)]?.address ?? null;
  const words = t('level.message', { topic: topic.text });
  const said = {
    opened: t('level.opened', { name }),
    copied: t('level.copied', { name }),
    shown: t('level.shown', { name }),
  };
  const send = async () => {
    const how = await taken(words, host.openChat, address);
    setDone(how);
    session.announce(said[how]);
  };
  return (
    <div className={text['tight']}>
      <div>
        <Button size="small" onClick={() => void send()}>
          {t('level.send', { name })}
        </Button>
      </div>
      <p className={text['quiet']}>{done ? said[done] : t('level.leaves')}</p>
      {done === 'shown' ? (
        <LineBox
          label={t('level.words')}
          maxLength={words.length}
          value={words}
          onChange={() => undefined}
          onEnter={() => undefined}
        />
      ) : null}
    </div>
  );
}

type OpenChat = ((address: string, words: string) => Promise<void>) | null;

/** How the words got there: by the host, by the clipboard, or by being shown. */
async function taken(
  words: string,
  openChat: OpenChat,
  address: string | null,
): Promise<'opened' | 'copied' | 'shown'> {
  if (openChat && address) {
    try {
      await openChat(address, words);
      return 'opened';
    } catch {
      // A host that says no leaves the clipboard.
    }
  }
  try {
    await navigator.clipboard.writeText(words);
    return 'copied';
  } catch {
    return 'shown';
  }
}
