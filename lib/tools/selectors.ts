/** Whether the browser takes the selectors of a profile: one that it does not take would throw wherever it is asked. */
import type { ToolProfile } from './profile.ts';

/** The fields of a profile that hold selectors, beside its markers. */
export const SELECTOR_FIELDS = [
  'shadowHosts',
  'turn',
  'prose',
  'exclude',
  'user',
  'userText',
  'streaming',
  'stop',
  'model',
  'citations',
  'exits',
] as const satisfies (keyof ToolProfile)[];

/**
 * The first selector of a profile that the browser refuses, or undefined where it takes all of them. `nowhere`: an empty
 * fragment of a document, to ask.
 */
export function invalidSelector(profile: ToolProfile, nowhere: ParentNode): string | undefined {
  const selectors = [
    ...(profile.match.markers ?? []),
    ...(profile.speaker?.at ?? []),
    ...SELECTOR_FIELDS.flatMap((field) => profile[field] ?? []),
  ];
  return selectors.find((selector) => !isSelector(selector, nowhere));
}

/** Whether the browser takes a selector; `selector@attribute`, as it stands in `model`, is taken by its first part. */
export function isSelector(selector: string, nowhere: ParentNode): boolean {
  try {
    // An attribute's value may hold an @ too.
    nowhere.querySelector(selector.replace(/@[a-z][\w-]*$/i, ''));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/**
 * The profile without the selectors that the browser does not take: an older browser knows fewer than a policy may name,
 * and one selector must not keep the others from reading. Undefined where no selector of turns is left.
 */
export function soundProfile(profile: ToolProfile, nowhere: ParentNode): ToolProfile | undefined {
  const taken = (selectors: readonly string[] = []) => selectors.filter((selector) => isSelector(selector, nowhere));
  const fields = SELECTOR_FIELDS.flatMap((field) => (profile[field] ? [[field, taken(profile[field])] as const] : []));
  const speaker = profile.speaker && { ...profile.speaker, at: taken(profile.speaker.at) };
  const sound: ToolProfile = { ...profile, ...Object.fromEntries(fields), ...(speaker ? { speaker } : {}) };
  // Without what tells speakers apart, people's turns would be taken for answers.
  return sound.turn.length > 0 && speaker?.at.length !== 0 ? sound : undefined;
}
