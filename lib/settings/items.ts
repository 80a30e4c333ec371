/** Every key that the extension keeps in `browser.storage`. Secrets never go there. */
import { storage } from 'wxt/utils/storage';
import { DEFAULT_REDACTION, type Redaction } from '../domain/redaction.ts';

/** This installation's id, part of every event's `source`; made once. */
export const installationId = storage.defineItem<string>('local:installationId', {
  init: () => crypto.randomUUID(),
});

/** What the side panel had open last. */
export const panelTab = storage.defineItem<'page' | 'mine' | 'queue'>('local:panelTab', { fallback: 'page' });

/** What personal data is masked before it is recorded, until a policy says. */
export const redaction = storage.defineItem<Redaction>('local:redaction', { fallback: DEFAULT_REDACTION });

/** Ids of tool profiles that are switched off, `*` for all: their pages are read by evidence alone. */
export const profilesOff = storage.defineItem<string[]>('local:profilesOff', { fallback: [] });
