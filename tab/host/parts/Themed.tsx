import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HostTheme } from '../model/theme';

const FLUENT = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Teams' three themes. */
export const Themed = (props: { readonly theme: HostTheme; readonly children: ReactNode }) => (
  <FluentProvider theme={FLUENT[props.theme]}>{props.children}</FluentProvider>
);
