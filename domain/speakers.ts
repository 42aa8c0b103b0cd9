import type { Role } from './person';
import type { SpeakerIs } from './talkTime';

/** What Teams writes where it does not know who speaks: nobody's name, in any language it may be. */
const UNNAMED =
  /^(?:unknown(?: (?:user|speaker))?|unbekannt|inconnu|desconocido|desconhecido|(?:speaker|sprecher|locuteur|orador|hablante) ?\d+|@\d+|\d+)$/iu;

/**
 * Who the speakers of a transcript are, by the names of the two in the directory. "Last, First (EXT)", accents
 * however they are encoded, and a given name alone are recognised; what fits both, or worse than another
 * speaker does, is somebody else's until the reader says otherwise.
 */
export function recogniseSpeakers(
  speakers: readonly string[],
  names: Readonly<Record<Role, string>>,
): ReadonlyMap<string, SpeakerIs> {
  const fits = speakers.map((speaker) => ({
    speaker,
    manager: fitOf(speaker, names.manager),
    report: fitOf(speaker, names.report),
  }));
  const best = (role: Role) => Math.max(0, ...fits.map((fit) => fit[role]));
  const [manager, report] = [best('manager'), best('report')];
  return new Map(
    fits.map((fit): [string, SpeakerIs] => {
      if (UNNAMED.test(fit.speaker.trim())) return [fit.speaker, 'nobody'];
      if (fit.manager > fit.report && fit.manager === manager) return [fit.speaker, 'manager'];
      if (fit.report > fit.manager && fit.report === report) return [fit.speaker, 'report'];
      return [fit.speaker, 'else'];
    }),
  );
}

/** How well two spellings name one person: 3 all the same, 2 with something added, 1 in part, 0 not at all. */
function fitOf(speaker: string, name: string): number {
  const [theirs, ours] = [partsOf(speaker), partsOf(name)];
  if (theirs.size === 0 || ours.size === 0) return 0;
  if (isWithin(ours, theirs)) return theirs.size === ours.size ? 3 : 2;
  return isWithin(theirs, ours) ? 1 : 0;
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((part) => all.has(part));

/** The parts of a name, in no order, without what is in brackets, without case and accents. */
function partsOf(name: string): ReadonlySet<string> {
  const plain = name
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  return new Set(plain.split(/[^\p{L}\p{N}'’]+/u).filter((part) => part !== ''));
}
