import { Button as FluentButton, type ButtonProps } from '@fluentui/react-components';
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react';
import { useNamed } from './Named';

type Props = Omit<ButtonProps, 'ref'> & RefAttributes<HTMLButtonElement>;

/** Its own type loses the element of its ref under `exactOptionalPropertyTypes`. */
const Fluent = FluentButton as unknown as ForwardRefExoticComponent<Props>;

/** Fluent's button. One of several alike says in its name which one it belongs to. */
export const Button = forwardRef<HTMLButtonElement, Props>(function NamedButton(props, ref) {
  return <Fluent {...useNamed(props.children)} {...props} ref={ref} />;
});
