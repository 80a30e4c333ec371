/** What a gate does with a text, from the mildest to the strictest. Zod-free. */
export const EFFECTS = ['pass', 'tell', 'ask', 'label', 'hold'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Strictness of an effect: higher holds more back. */
export const strictness = (effect: Effect): number => EFFECTS.indexOf(effect);
export const stricter = (a: Effect, b: Effect): Effect => (strictness(a) >= strictness(b) ? a : b);
