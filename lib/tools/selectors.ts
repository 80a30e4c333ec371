/** Whether the browser takes the selectors of a profile: one that it does not take would throw wherever it is asked. */
import type { ToolProfile } from './profile.ts';

const FIELDS = [
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
] as const satisfies (keyof ToolProfile)[];

/**
 * The first selector of a profile that the browser refuses, or undefined where it takes all of them. `nowhere`: an empty
 * fragment of a document, to ask.
 */
export function invalidSelector(profile: ToolProfile, nowhere: ParentNode): string | undefined {
  const selectors = [
    ...(profile.match.markers ?? []),
    ...(profile.speaker?.at ?? []),
    ...FIELDS.flatMap((field) => profile[field] ?? []),
  ];
  return selectors.find((selector) => {
    try {
      // `selector@attribute` stands in `model`; an attribute's value may hold an @ too.
      nowhere.querySelector(selector.replace(/@[a-z][\w-]*$/i, ''));
      return false;
    } catch (error) {
      if (error instanceof DOMException) return true;
      throw error;
    }
  });
}
