/** How many questions of the bank there are on each subject; their words are the tab's (tab/questions). */
const QUESTIONS: ReadonlyMap<string, number> = new Map([
  ['expectations', 6],
  ...[
    ...[
      'style',
      'challenges',
      'person',
      'needs',
      'joined',
      'annoys',
      'feedback',
      'goal',
      'setting',
    ],
    ...['howAreYou', 'unclear', 'proud', 'better', 'idea', 'since', 'team', 'company', 'well'],
    ...[
      'lessWell',
      'help',
      'outside',
      'nextTime',
      'career',
      'craft',
      'communication',
      'experience',
    ],
  ].map((subject) => [subject, 5] as const),
]);

/** Whether the bank has this question; an id that somebody made up is none of it. */
export function isInBank(id: string): boolean {
  const [subject = '', number = ''] = id.split('.');
  const count = QUESTIONS.get(subject) ?? 0;
  return Number(number) >= 1 && Number(number) <= count && id === `${subject}.${Number(number)}`;
}
