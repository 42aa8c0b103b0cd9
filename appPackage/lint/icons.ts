import { PNG } from 'pngjs';
import type { Files, Rule } from './manifest';

/** Pixels a side ("App icons"). */
const SIZES: Readonly<Record<string, number>> = { color: 192, outline: 32, color32x32: 32 };

/** Every icon of the app is there, a PNG of its size; the outline is white on nothing. */
export const icons: Rule = ({ icons: named = {} }, files) =>
  Object.entries(SIZES).flatMap(([name, size]) => {
    const path = named[name];
    if (path === undefined) return [`icons.${name} is missing.`];
    const found = wrongPicture(`icons.${name}`, path, size, files);
    if (found.length > 0 || name !== 'outline') return found;
    return isWhiteOnNothing(read(path, files))
      ? []
      : [`icons.outline: ${path} is not white on transparent.`];
  });

/** Activities name icons that the package has, 32 pixels a side. */
export const activityIcons: Rule = ({ activities }, files) => {
  const known = activities?.activityIcons ?? [];
  const named = (activities?.activityTypes ?? []).flatMap(({ type, allowedIconIds = [] }) =>
    allowedIconIds.map((id) => ({ type, id })),
  );
  return [
    ...known.flatMap(({ id, iconFile }) =>
      wrongPicture(`activityIcons ${id}`, iconFile, 32, files),
    ),
    ...named
      .filter(({ id }) => !known.some((icon) => icon.id === id))
      .map(({ type, id }) => `activityTypes ${type}: there is no icon ${id}.`),
  ];
};

function wrongPicture(at: string, path: string, size: number, files: Files): string[] {
  const bytes = files.get(path);
  if (!bytes) return [`${at}: ${path} is not in the package.`];
  const picture = decode(bytes);
  if (!picture) return [`${at}: ${path} is no PNG.`];
  const { width, height } = picture;
  return width === size && height === size
    ? []
    : [`${at}: ${path} has ${width} × ${height} pixels instead of ${size} × ${size}.`];
}

const read = (path: string, files: Files): PNG | null =>
  decode(files.get(path) ?? new Uint8Array());

function decode(bytes: Uint8Array): PNG | null {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    // Not a picture: said by whoever asked.
    return null;
  }
}

/** Some of it is seen, all that is seen is white, and its corners are not. */
function isWhiteOnNothing(picture: PNG | null): boolean {
  if (!picture) return false;
  const { data, width } = picture;
  let seen = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = data.subarray(at, at + 4);
    if (alpha === 0) continue;
    if (red !== 255 || green !== 255 || blue !== 255) return false;
    seen += 1;
  }
  return seen > 0 && data[3] === 0 && data[4 * width - 1] === 0;
}
