import { Button, Input } from '@fluentui/react-components';
import { Modal } from '../parts/Modal';
import { text } from '../text';

/** Shows a link that an app offers, to be copied by hand. */
export function ShareLink(props: {
  readonly link: string;
  readonly label: string;
  readonly close: () => void;
}) {
  return (
    <Modal
      title={props.label || text.shareLink}
      close={props.close}
      actions={<Button onClick={props.close}>{text.close}</Button>}
    >
      <Input
        readOnly
        aria-label={text.shareLink}
        value={props.link}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Modal>
  );
}
