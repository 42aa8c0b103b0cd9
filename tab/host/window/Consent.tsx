import { Button } from '@fluentui/react-components';
import { Modal } from '../parts/Modal';
import { text } from '../text';

/** What Microsoft's sign-in asks before an app acts for somebody. */
export function Consent(props: {
  readonly scopes: readonly string[];
  readonly answer: (yes: boolean) => void;
}) {
  const { answer, scopes } = props;
  return (
    <Modal
      title={text.consent}
      close={() => answer(false)}
      actions={
        <>
          <Button onClick={() => answer(false)}>{text.cancel}</Button>
          <Button appearance="primary" onClick={() => answer(true)}>
            {text.accept}
          </Button>
        </>
      }
    >
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>{text.scopes[scope] ?? scope}</li>
        ))}
      </ul>
    </Modal>
  );
}
