// Lengths and counts that screens and schemas share; free of zod, so that a screen costs no schema.

/** How long a topic, a note or a promise may be, in UTF-16 units: a line, not a letter. */
export const LINE_LENGTH = 500;

/** Lines that one goal may have: its parts in the words of both, and how it goes. */
export const LINES_PER_GOAL = 80;

/** How long "I see it differently" about a line may be, in UTF-16 units. */
export const DISPUTE_LENGTH = 200;

/** How long one piece of feedback, or an answer to it, may be, in UTF-16 units. */
export const FEEDBACK_LENGTH = 4000;

/** How long one may tell about oneself under one subject, in UTF-16 units. */
export const ANSWER_LENGTH = 1000;

/** How long a manager's introduction may be, in UTF-16 units. */
export const INTRODUCTION_LENGTH = 2000;
/** … and with a name of the longest kind wherever it has a place for one. */
export const FILLED_INTRODUCTION_LENGTH = 20 * INTRODUCTION_LENGTH;

/** How long a question that one of the two wrote may be, in UTF-16 units. */
export const QUESTION_LENGTH = 140;

/** How long the name of somebody's own agenda may be, in UTF-16 units. */
export const AGENDA_NAME_LENGTH = 80;

/** Topics that an agenda of one's own may bring along. */
export const AGENDA_LINES = 12;

/** Agendas of their own that somebody may keep. */
export const AGENDAS_PER_PERSON = 12;

/** How long the wording of a common concern may be, without its beginning, in UTF-16 units. */
export const CONCERN_LENGTH = 400;

/** How long the audience of a common concern may be, in UTF-16 units. */
export const AUDIENCE_LENGTH = 200;
/** How long one line of earlier notes may be, in UTF-16 units: a paragraph, a table, a piece of code. */
export const IMPORTED_LENGTH = 2000;
/** Lines of one meeting that was brought along. */
export const LINES_PER_IMPORTED = 300;
/** Meetings in one part of an import. */
export const MEETINGS_PER_PART = 20;
/** Parts of one import. */
export const PARTS_PER_IMPORT = 40;
/** Imports of one person, of each kind: those that both read, and those that they alone do. */
export const IMPORTS_PER_PERSON = 10;
/** Of all imports of one person, of each kind, in UTF-16 units of JSON: either one's copy holds those of both. */
export const IMPORTED_PER_PERSON = 12_000_000;
/** Size of a file of notes, in UTF-16 units. */
export const NOTES_LENGTH = 1_000_000;
