const MINUTE = 60_000;

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', options);
  return (at: string | Date) => formatter.format(new Date(at));
};

/** `10:30`, in the browser's zone. */
export const clockTime = format({ hour: '2-digit', minute: '2-digit' });
/** `Thu 26 Nov`. */
export const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
/** `21/11`. */
export const shortDate = format({ day: 'numeric', month: 'numeric' });
export const weekday = format({ weekday: 'short' });
export const dayNumber = format({ day: 'numeric' });

export const plus = (at: string | Date, minutes: number): Date =>
  new Date(new Date(at).getTime() + minutes * MINUTE);

/** How long before something the story stops to get ready. */
export const BEFORE_MINUTES = 5;

export const beforeStart = (start: string): Date => plus(start, -BEFORE_MINUTES);

/** Whole minutes from one to the other. */
export const minutesBetween = (from: string | Date, to: string | Date): number =>
  Math.floor((new Date(to).getTime() - new Date(from).getTime()) / MINUTE);

export const sameDay = (a: string | Date, b: string | Date): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();

/** Midnight of the Monday of a week. */
export function mondayOf(at: string | Date): Date {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7));
}

/** The value of an `<input type="datetime-local">`, in the browser's zone. */
export function inputTime(at: string | Date): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
