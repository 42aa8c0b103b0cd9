import * as z from 'zod/mini';
import { role } from './person.schema';
import { instant, line, prose, uuid } from './text.schema';

/** What is asked about, and before whom, in a line each; the wording is exact. */
const about = line(200);
const audience = line(200);
const wording = prose(2000).check(z.minLength(1));

export const disclosureAnswer = z.strictObject({
  kind: z.enum(['yes', 'no', 'reworded']),
  /** The words that may be shared instead; only where it was reworded. */
  wording: z.nullable(wording),
  at: instant,
});

/** One request to share one thing outside the two, and the answer to it (PRACTICE C6). */
export const disclosure = z.strictObject({
  id: uuid,
  audience,
  wording,
  at: instant,
  withdrawnAt: z.nullable(instant),
  answer: z.nullable(disclosureAnswer),
  /** When it was told, as whoever asked wrote down. */
  toldAt: z.array(instant),
  revokedAt: z.nullable(instant),
});

/** One thing that was asked about, with every request: three end it. */
export const matter = z.strictObject({
  type: z.literal('matter'),
  id: uuid,
  /** Who asks; the other one answers. */
  by: role,
  about,
  disclosures: z.array(disclosure),
  /** The answer was "and do not ask again". */
  closed: z.boolean(),
});

/** A use of the exception for somebody's safety or the law (PRACTICE C6, E5): grows, and never changes. */
export const safetyRecord = z.strictObject({
  type: z.literal('safety'),
  id: uuid,
  by: role,
  basis: z.enum(['safety', 'law']),
  /** What was passed on, and to whom. */
  wording,
  audience,
  at: instant,
  added: z.array(z.strictObject({ text: wording, at: instant })),
  /** When the other one sees it. */
  shownAt: instant,
  /** Whether the day was put off once. */
  extended: z.boolean(),
});

/** That the manager took a copy of what both share (PRACTICE D11). */
export const exportRecord = z.strictObject({
  type: z.literal('export'),
  id: uuid,
  by: role,
  at: instant,
});

/** That a request waits for an answer: what the head knows of it. */
export const ask = z.strictObject({ matter: uuid, by: role, lapsesAt: instant });

/** An entry of the ledger as it is kept. */
export const ledgerEntry = z.union([matter, safetyRecord, exportRecord]);

const disclosureView = z.extend(disclosure, {
  state: z.enum(['open', 'lapsed', 'withdrawn', 'refused', 'allowed', 'revoked']),
  /** The words that may be shared now; null: none. */
  allowed: z.nullable(wording),
  /** Until when an answer counts, while it is open; no answer is a no. */
  lapsesAt: instant,
  /** From when on a yes can be given: not in the moment it is asked for. */
  yesFrom: instant,
});

/** What both read of the ledger; a safety record only once it is shown to the reader. */
export const ledgerView = z.union([
  z.extend(matter, {
    disclosures: z.array(disclosureView),
    /** Whether whoever asked may ask once more. */
    mayAskAgain: z.boolean(),
  }),
  z.extend(safetyRecord, {
    /** Until when its author may put it off; null: not (any more). */
    mayExtendUntil: z.nullable(instant),
  }),
  exportRecord,
]);

export type Ask = z.infer<typeof ask>;
export type DisclosureAnswer = z.infer<typeof disclosureAnswer>;
export type Disclosure = z.infer<typeof disclosure>;
export type DisclosureView = z.infer<typeof disclosureView>;
export type Matter = z.infer<typeof matter>;
export type SafetyRecord = z.infer<typeof safetyRecord>;
export type ExportRecord = z.infer<typeof exportRecord>;
export type LedgerEntry = z.infer<typeof ledgerEntry>;
export type LedgerView = z.infer<typeof ledgerView>;

/** A new entry. Asking again about a thing names its entry. */
export const addLedgerInput = z.union([
  z.strictObject({
    type: z.literal('matter'),
    id: uuid,
    about,
    /** Id of this request. */
    disclosure: uuid,
    audience,
    wording,
  }),
  z.strictObject({
    type: z.literal('safety'),
    id: uuid,
    basis: z.enum(['safety', 'law']),
    wording,
    audience,
    /** When the other one sees it, where seeing it now adds to the risk; null: at once. */
    shownAt: z.nullable(instant),
  }),
]);

/** A step of an entry, by one of the two. */
export const changeLedgerInput = z.union([
  z.strictObject({
    step: z.literal('answer'),
    disclosure: uuid,
    kind: z.enum(['yes', 'no', 'reworded']),
    wording: z.nullable(wording),
    /** With a no: "and do not ask again". */
    close: z.boolean(),
  }),
  z.strictObject({ step: z.enum(['withdraw', 'tell', 'revoke']), disclosure: uuid }),
  z.strictObject({ step: z.literal('add'), text: wording }),
  z.strictObject({ step: z.literal('show') }),
  z.strictObject({ step: z.literal('extend'), shownAt: instant }),
]);

export type AddLedger = z.infer<typeof addLedgerInput>;
export type ChangeLedger = z.infer<typeof changeLedgerInput>;
