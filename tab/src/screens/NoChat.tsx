import { Page } from '../parts/Page';
import { useWords } from '../words/useWords';

/** The side panel opened where there is no meeting. */
export function NoChat() {
  const { t } = useWords();
  return (
    <Page title={t('panel.noMeeting')} dense>
      <p>{t('panel.noMeetingText')}</p>
    </Page>
  );
}
