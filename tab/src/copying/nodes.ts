import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';

/** Parts of a Markdown document. What people wrote goes in as text: the library escapes what would be syntax. */

/** Line breaks stay where they were made. */
const broken = (words: string): PhrasingContent[] =>
  words
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);

/** Words of a person, in as many paragraphs as they made. */
export const paragraphs = (words: string): Paragraph[] =>
  words
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', children: broken(part.trim()) }));

export const heading = (depth: 1 | 2 | 3 | 4, words: string): RootContent => ({
  type: 'heading',
  depth,
  children: broken(words.replaceAll('\n', ' ')),
});

/** Somebody's line, and who wrote it when. */
export const line = (words: string, about: string): Paragraph => ({
  type: 'paragraph',
  children: [
    ...broken(words),
    { type: 'text', value: ' (' },
    { type: 'emphasis', children: [{ type: 'text', value: about }] },
    { type: 'text', value: ')' },
  ],
});

export const quote = (words: string): BlockContent => ({
  type: 'blockquote',
  children: paragraphs(words),
});

/** @param checked true, false: of a task list */
export const item = (
  children: readonly BlockContent[],
  checked: boolean | null = null,
): ListItem => ({ type: 'listItem', spread: false, checked, children: [...children] });

/** @returns nothing where there are no items */
export const list = (items: readonly ListItem[]): List[] =>
  items.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children: [...items] }];

/** A part under its heading, or nothing where it is empty. */
export const part = (
  depth: 2 | 3 | 4,
  words: string,
  content: readonly RootContent[],
): RootContent[] => (content.length === 0 ? [] : [heading(depth, words), ...content]);
