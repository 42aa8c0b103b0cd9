import { Icon } from './icons';

// Icons of what is loaded after the agenda: the first load does without them.

export const SwapIcon = () => <Icon path="M4 7h11M12 4l3.5 3-3.5 3M16 13H5M8 10l-3.5 3L8 16" />;
export const BackIcon = () => <Icon path="M16 10H4.5M9 5l-5 5 5 5" />;
export const ForwardIcon = () => <Icon path="M8 5l5 5-5 5" />;
export const DifferIcon = () => <Icon path="M4.5 7.5h11M4.5 12.5h11M13 4L7 16" />;
export const AddIcon = () => <Icon path="M10 4v12M4 10h12" />;
export const HideIcon = () => (
  <Icon path="M3.5 10S6 5.5 10 5.5 16.5 10 16.5 10 14 14.5 10 14.5 3.5 10 3.5 10zM10 11.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM4 16L16 4" />
);
export const UpIcon = () => <Icon path="M10 16V4.5M5 9l5-5 5 5" />;
export const DownIcon = () => <Icon path="M10 4v11.5M5 11l5 5 5-5" />;
export const EditIcon = () => <Icon path="M4 16l.8-3.4L13.5 3.9a1.8 1.8 0 0 1 2.6 2.6L7.4 15.2z" />;
export const RemoveIcon = () => (
  <Icon path="M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5" />
);
