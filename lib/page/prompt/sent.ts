/**
 * Hears when a person sends what they typed: they press Enter or click, and the field is empty then. That is all that is
 * heard: what was typed is not kept beyond the prompt that it is compared with, and never leaves the page.
 */
import { normaliseText } from '../../domain/output/text.ts';
import { keysIn } from '../grow/keys.ts';
import { fieldOf, textIn } from './typed.ts';

/** A field is empty this soon after what was in it was sent. */
const EMPTIED_MS = 400;
/** Prompts of fewer keys turn up anywhere in a page. */
const SHORTEST = 6;

/** What is done about one prompt. Begun before the page has heard of it. */
interface Pending {
  /** It was sent. */
  sent(): void;
  /** It was not: the field still holds it. */
  stop(): void;
}

/** Calls back with each prompt that a person may be sending in this document, or in an open shadow root of it. */
export function hearSent(begin: (prompt: string) => Pending, signal: AbortSignal): void {
  let field: Element | undefined;
  const options = { capture: true, passive: true, signal };
  const look = (event: Event) => {
    // A field in which somebody typed before we listened is known by its key.
    const typedIn = event instanceof KeyboardEvent ? (fieldOf(event) ?? field) : field;
    const text = typedIn?.isConnected ? textIn(typedIn) : '';
    if (!event.isTrusted || !typedIn || keysIn(normaliseText(text)) < SHORTEST) return;
    const pending = begin(text);
    const timer = setTimeout(() => {
      if (typedIn.isConnected && textIn(typedIn) !== '') pending.stop();
      else pending.sent();
    }, EMPTIED_MS);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };
  const typed = (event: Event) => {
    if (event.isTrusted) field = fieldOf(event) ?? field;
  };
  document.addEventListener('input', typed, options);
  document.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && look(event), options);
  document.addEventListener('pointerdown', look, options);
}
