import { Button as FluentButton, type ButtonProps } from '@fluentui/react-components';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';

type Props = Omit<ButtonProps, 'ref'> & RefAttributes<HTMLButtonElement>;

/** Fluent's button. Its own type loses the element of its ref under `exactOptionalPropertyTypes`. */
export const Button = FluentButton as unknown as ForwardRefExoticComponent<Props>;
