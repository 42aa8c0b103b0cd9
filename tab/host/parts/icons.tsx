import type { ReactNode } from 'react';

const PATHS = {
  bell: (
    <path d="M10 3a5 5 0 0 0-5 5v3.5L3.7 14h12.6L15 11.5V8a5 5 0 0 0-5-5ZM8 16.2a2.1 2.1 0 0 0 4 0" />
  ),
  chat: <path d="M10 3a7 7 0 0 0-6.2 10.2L3 17l3.8-.8A7 7 0 1 0 10 3ZM7.2 8.7h5.6M7.2 11.5h3.6" />,
  calendar: (
    <path d="M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2ZM3.5 7.5h13M7 11h.01M10 11h.01M13 11h.01M7 13.7h.01M10 13.7h.01" />
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  send: <path d="m3.5 4 13.5 6-13.5 6 2-6ZM5.5 10H11" />,
  back: <path d="M11.5 4.5 6 10l5.5 5.5" />,
  down: <path d="m5.5 8 4.5 4.5L14.5 8" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  clock: <path d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6v4.2l2.8 1.6" />,
  check: <path d="m4.5 10.5 3.8 3.8 7.2-8" />,
  leave: (
    <path d="M3 11.5c0-2.5 3-4.3 7-4.3s7 1.8 7 4.3v1c0 .7-.6 1.2-1.3 1l-2.3-.6a1 1 0 0 1-.8-.9l-.1-1.4a9 9 0 0 0-5 0L7.4 12a1 1 0 0 1-.8.9l-2.3.6c-.7.2-1.3-.3-1.3-1Z" />
  ),
  video: (
    <path d="M3 6.7A1.7 1.7 0 0 1 4.7 5h6.6A1.7 1.7 0 0 1 13 6.7v6.6a1.7 1.7 0 0 1-1.7 1.7H4.7A1.7 1.7 0 0 1 3 13.3ZM13 8.8l4-2.3v7l-4-2.3" />
  ),
  theme: <path d="M10 3a7 7 0 1 0 0 14ZM10 3a7 7 0 0 1 0 14" />,
  width: <path d="M3 6v8M17 6v8M5.5 10h9M8 7.5 5.5 10 8 12.5M12 7.5l2.5 2.5-2.5 2.5" />,
  windows: (
    <path d="M3 5.5a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1ZM10 4.5v11" />
  ),
  guide: <path d="M4 4v13M4 4.5h10.5L12.3 8l2.2 3.5H4" />,
  search: <path d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** A line drawing in the text's colour; says nothing to a screen reader. */
export const Icon = ({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.4}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {PATHS[name]}
  </svg>
);

/** Rapport's mark: two people's circles, and what they share. */
export const RapportMark = ({ size = 24 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <rect width="24" height="24" rx="6" fill="#5b5fc7" />
    <circle cx="9.3" cy="12" r="5.2" fill="#fff" opacity=".62" />
    <circle cx="14.7" cy="12" r="5.2" fill="#fff" opacity=".62" />
    <path d="M12 7.550a5.2 5.2 0 0 1 0 8.9 5.2 5.2 0 0 1 0-8.9Z" fill="#fff" />
  </svg>
);
