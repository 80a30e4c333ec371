/** Content addresses: SHA-256 over normalised text, and salted commitments to content that may later be erased. */
import canonicalize from 'canonicalize';
import hashNow from 'fast-sha256';
import { addressedText } from './text.ts';

const encoder = new TextEncoder();

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a string's UTF-8 bytes, as `sha256:` and 64 hex digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return `sha256:${toHex(new Uint8Array(digest))}`;
}

/** As `sha256`, at once: the platform's own gives a promise only, and a fold cannot wait. */
export const sha256Now = (text: string): string => `sha256:${toHex(hashNow(encoder.encode(text)))}`;

/** The address of a text that is shown as it is (`output/address.ts` has all addresses): the hash of its text after `addressedText`. */
export const hashText = (text: string): Promise<string> => sha256(addressedText(text));

/** A short name for the version of something: 12 hex digits of the hash of its canonical JSON (RFC 8785). */
export const versionOf = async (value: unknown): Promise<string> =>
  (await sha256(canonicalize(value) ?? '')).slice('sha256:'.length, 'sha256:'.length + 12);

/** 128 random bits in hex: without them, a commitment to a short comment could be guessed by trying. */
export const newSalt = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)));

/**
 * What an event says of its content without holding it: SHA-256 of the salt and the content's canonical JSON
 * (RFC 8785). With the content erased the commitment stays and the log still verifies.
 */
export const commitTo = (salt: string, content: unknown): Promise<string> => sha256(commitmentText(salt, content));

/** What a commitment is the hash of. Throws of content that has no canonical form (a lone surrogate). */
export const commitmentText = (salt: string, content: unknown): string => `${salt}.${canonicalize(content)}`;
