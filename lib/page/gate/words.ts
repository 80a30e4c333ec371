/** Whether a text holds words of another one, however it is written down: as it is seen, as Markdown, as HTML. */

/** As many characters in a row, without spaces and marks, are no coincidence. */
const PROBE = 32;
/** Probes that are taken of a text, evenly. More find no more of what somebody copies. */
const MOST_PROBES = 12;

/** Letters and digits alone. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The places of a text by which it is known again; of a short one, all of it. */
function probesOf(bareText: string): string[] {
  if (bareText.length <= PROBE) return bareText ? [bareText] : [];
  const count = Math.min(MOST_PROBES, Math.ceil(bareText.length / PROBE));
  const step = (bareText.length - PROBE) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, at) => bareText.slice(Math.round(at * step)).slice(0, PROBE));
}

/** Whether two texts, both bare, share words: a part of one in the other, or all of a short one. */
export function shares(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  // Of a short text ("Yes.") only the very same is the same.
  if (short.length < PROBE) return short === long;
  return probesOf(short).some((probe) => long.includes(probe)) || probesOf(long).some((probe) => short.includes(probe));
}
