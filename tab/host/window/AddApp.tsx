import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Chat } from '../model/server';
import { Flyout } from '../parts/Flyout';
import { Icon, RapportMark } from '../parts/icons';
import { text } from '../text';
import { useWindow } from './inWindow';

const useStyles = makeStyles({
  panel: { width: '256px' },
  title: { margin: '0 0 10px', fontSize: tokens.fontSizeBase300 },
  app: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
  words: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    alignItems: 'flex-start',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  pitch: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The "+" after a chat's tabs. */
export function AddApp({ chat }: { readonly chat: Chat }) {
  const styles = useStyles();
  const { addApp, go } = useWindow();

  async function add(): Promise<void> {
    await addApp(chat.id);
    go({ chat: chat.id, tab: 'rapport' });
  }

  return (
    <Flyout
      label={text.addTab}
      align="start"
      className={styles.panel}
      trigger={
        <Button
          appearance="subtle"
          aria-label={text.addTab}
          title={text.addTab}
          icon={<Icon name="plus" size={18} />}
        />
      }
    >
      {(close) => (
        <>
          <h3 className={styles.title}>{text.addTab}</h3>
          <div className={styles.app}>
            <RapportMark size={36} />
            <div className={styles.words}>
              <span className={styles.name}>{text.rapport}</span>
              <span className={styles.pitch}>{text.appPitch}</span>
              <Button
                appearance="primary"
                onClick={() => {
                  close();
                  void add();
                }}
              >
                {text.addApp}
              </Button>
            </div>
          </div>
        </>
      )}
    </Flyout>
  );
}
