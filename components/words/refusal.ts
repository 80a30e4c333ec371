import { i18n } from '#i18n';
import { RefusedError } from '../../lib/messages/send.ts';

/** Why something was not carried out, and what to do, in a sentence. */
export function refusalText(error: unknown): string {
  if (error instanceof RefusedError) return i18n.t(`refusal.${error.refusal}`);
  console.error('Countersign:', error);
  return i18n.t('refusal.failed');
}
