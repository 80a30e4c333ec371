/** Why a message was not carried out, and how every reply travels. */
import type { MessageName, Reply } from './to-background/index.ts';

/** Why a message was not carried out; each has a plain sentence in the locales (`refusal_<code>`). */
export type Refusal =
  | 'dropped'
  | 'not_found'
  | 'not_yours'
  | 'not_allowed'
  | 'fixed'
  | 'too_late'
  | 'decided_meanwhile'
  | 'taken_meanwhile'
  | 'is_duplicate'
  | 'incomplete'
  | 'no_text'
  | 'expired'
  | 'too_many'
  | 'storage_full'
  | 'glass_broken'
  | 'answered'
  | 'sign_in_needed'
  | 'second_first'
  | 'probe'
  | 'nothing_to_judge'
  | 'rules_changed'
  | 'failed';

/** How every reply travels. */
export type Envelope<K extends MessageName> = { ok: true; reply: Reply<K> } | { ok: false; refusal: Refusal };
