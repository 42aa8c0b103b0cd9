import { Avatar } from '@fluentui/react-components';
import type { LocalPerson } from '../model/server';

/** Somebody's avatar; the name is always written beside it. */
export const Face = ({
  person,
  size = 32,
  faded = false,
}: {
  readonly person: LocalPerson;
  readonly size?: 28 | 32 | 72;
  /** Not here: without a colour of their own. */
  readonly faded?: boolean;
}) => (
  <Avatar
    name={person.name}
    color={faded ? 'neutral' : 'colorful'}
    idForColor={person.key}
    size={size}
    aria-hidden
  />
);
