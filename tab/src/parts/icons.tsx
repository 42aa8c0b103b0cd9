interface Shape {
  readonly path: string;
}

/** Twenty by twenty, drawn with the colour of the text around it; says nothing to a screen reader. */
export const Icon = ({ path }: Shape) => (
  <svg
    viewBox="0 0 20 20"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    focusable={false}
  >
    <path d={path} />
  </svg>
);

export const MoreIcon = () => <Icon path="M5 10h.01M10 10h.01M15 10h.01" />;
export const LockIcon = () => <Icon path="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />;
export const PeopleIcon = () => (
  <Icon path="M7.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 16c0-2.8 1.8-4.5 4.5-4.5S12 13.2 12 16M13 8.5a2 2 0 1 0-.6-3.9M14 11.7c1.9.3 3 1.7 3 3.8" />
);
export const HandleIcon = () => (
  <Icon path="M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01" />
);
export const UnsentIcon = () => (
  <Icon path="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.7 1.6" />
);
export const UndoIcon = () => <Icon path="M7.5 5L4 8.5 7.5 12M4.5 8.5h7a4.5 4.5 0 0 1 0 7H9" />;
export const TalkIcon = () => (
  <Icon path="M4 4.5h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H9.5L6 16.5v-3H4a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z" />
);
export const CheckIcon = () => <Icon path="M4 10.5l4 4 8-9" />;
export const FoldIcon = () => <Icon path="M5 12.5l5-5 5 5" />;
