/** Characters in a text that show nothing: told of, since they can carry marks of origin, or words that nobody sees. */

import * as z from 'zod';
import { LONGEST_LABEL, MOST_SOURCE_TYPES } from '../limits.ts';
import { stripInvisible } from './text.ts';

/** What invisible characters are there for in ordinary text: emoji, flags, and scripts whose letters join. */
const ORDINARY = new RegExp(
  [
    // One selector after the character whose look it chooses.
    String.raw`(?<=[^\uFE00-\uFE0F\u{E0100}-\u{E01EF}\s])(?:[\uFE00-\uFE0F]|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}])(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])`,
    // Joiners between parts of an emoji, and letters.
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
    String.raw`(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}])[\u200C\u200D]`,
    // The regions of flags: a black flag, tag letters, and the tag that ends them.
    String.raw`(?<=\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{0,6})[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}\u{E007F}]`,
  ].join('|'),
  'gu',
);

/** How many characters of a text show nothing and have no ordinary use where they stand; code points. */
export function countHidden(text: string): number {
  // Most texts have none; the long way is for the others.
  if (stripInvisible(text).length === text.length) return 0;
  const rest = text.replace(ORDINARY, '');
  return rest.length - stripInvisible(rest).length - surrogatesIn(rest);
}

/** Second halves of the invisible characters beyond U+FFFF, which count once. */
const surrogatesIn = (text: string): number => (text.match(/[\u{E0000}-\u{E0FFF}]/gu) ?? []).length;

const label = z.lazy(() => z.string().max(LONGEST_LABEL));
const code = z.lazy(() => z.string().regex(/^[A-Za-z0-9._:-]{1,100}$/));

/** Why a manifest that is there could not be read. */
export const MANIFEST_PROBLEMS = ['cut_off', 'malformed', 'several', 'too_large', 'unknown_version'] as const;

/**
 * What stands in a C2PA manifest that a text carries: said by it, not checked. Where `problem` is set, there is one
 * that could not be read.
 */
export const manifestSchema = z.lazy(() =>
  z.strictObject({
    problem: z.enum(MANIFEST_PROBLEMS).optional(),
    /** Which program made the claim (`claim_generator_info`). */
    generator: label.optional(),
    /** Last part of the IPTC digital source types: `trainedAlgorithmicMedia` is AI. */
    sourceTypes: z.array(code).max(MOST_SOURCE_TYPES).optional(),
    /** Subject and issuer of the signing certificate. */
    signer: label.optional(),
    issuer: label.optional(),
    /** When the text is said to have been made. */
    madeAt: z.iso.datetime({ offset: true }).optional(),
  }),
);
export type TextManifest = z.infer<typeof manifestSchema>;

/** Digital source types (https://cv.iptc.org/newscodes/digitalsourcetype/) that say that a machine made it, or a part of it. */
const MADE_BY_AI = new Set([
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeSynthetic',
]);

/** Whether a manifest says that AI made the text, or a part of it. */
export const saysMadeByAi = ({ sourceTypes }: TextManifest): boolean =>
  sourceTypes?.some((type) => MADE_BY_AI.has(type)) ?? false;
