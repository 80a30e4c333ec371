/**
 * The address of an output, its `subject`: it stands for one text and for no other. Whoever is given a text under an
 * address computes the address anew and believes nothing else, so that no verdict on one text is read as one on another.
 */

import { sha256Now } from './hash.ts';
import type { OutputContent } from './output.ts';
import { addressedText, normaliseText, storable } from './text.ts';

type Text = Pick<OutputContent, 'text' | 'veiled'>;

/**
 * The address of a text: the hash of it normalised. Of a text in which words are veiled, a hash over what is shown and over
 * the commitment to the text as it was: texts that differ under their veil differ in address, and so do two veils of one
 * text. `hash`: SHA-256, for those who have a quicker one.
 */
export const addressOf = (content: Text, hash: (text: string) => string = sha256Now): string =>
  addressIn(addressedText(content.text), content, hash);

/**
 * The address that a text had in the first version, which told no empty cell of a table from none, nor one flag from another: where
 * what was recorded then is looked for. It is that of another text today, so that no text is believed for standing there.
 */
export const formerAddressOf = (content: Text, hash: (text: string) => string = sha256Now): string =>
  addressIn(normaliseText(content.text), content, hash);

function addressIn(form: string, { veiled }: Text, hash: (text: string) => string): string {
  const shown = hash(form);
  return veiled === undefined ? shown : hash(`countersign.veiled.v1\n${shown}\n${veiled}`);
}

/** Whether a text is the one that an address stands for. */
export const isAt = (subject: string, content: Text, hash?: (text: string) => string): boolean =>
  addressOf(content, hash) === subject;

/**
 * Version of how the text of an answer is read from a page. Texts of the first, which was not named, lacked what is no text
 * node: signs, boxes, strikes, formulas, numbers; and held what is hidden.
 */
export const CANON = 2;

/**
 * Rounds of PBKDF2 (RFC 8018) in a commitment to a text under a veil. Who has what is shown can try what may stand under it,
 * and a telephone number has ten digits: each try is to cost what a password's does.
 */
const ROUNDS = 100_000;

/** Commits to a text as it was before words in it were veiled; `shown`: the text with its veil. */
export async function commitToVeiled(original: string, shown: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey('raw', bytes(normaliseText(original)), 'PBKDF2', false, ['deriveBits']);
  const salt = bytes(sha256Now(normaliseText(shown)));
  const derived = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    key,
    256,
  );
  return `sha256:${Array.from(new Uint8Array(derived), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A text as it is kept, `shown` with its veil or without any, and its address. */
export async function addressed(original: string, shown: string): Promise<Text & { hash: string }> {
  const [was, text] = [storable(original), storable(shown)];
  const content = was === text ? { text } : { text, veiled: await commitToVeiled(was, text) };
  return { ...content, hash: addressOf(content) };
}
