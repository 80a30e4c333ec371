import { i18n } from '#i18n';
import { eventDeclared } from '../../../lib/domain/events/index.ts';
import type { FieldName } from '../../../lib/sync/fields.ts';

const LABELS: Record<FieldName, () => string> = {
  address: () => i18n.t('target.field.address'),
  webhook: () => i18n.t('target.field.webhook'),
  token: () => i18n.t('target.field.token'),
  bearer: () => i18n.t('target.field.bearer'),
  publicKey: () => i18n.t('target.field.publicKey'),
  signingSecret: () => i18n.t('target.field.signingSecret'),
  environment: () => i18n.t('target.field.environment'),
  mode: () => i18n.t('target.field.mode'),
  words: () => i18n.t('target.field.words'),
};

const HINTS: Record<FieldName, () => string> = {
  address: () => i18n.t('target.hint.address'),
  webhook: () => i18n.t('target.hint.webhook'),
  token: () => i18n.t('target.hint.token'),
  bearer: () => i18n.t('target.hint.bearer'),
  publicKey: () => i18n.t('target.hint.publicKey'),
  signingSecret: () => i18n.t('target.hint.signingSecret'),
  environment: () => i18n.t('target.hint.environment'),
  mode: () => i18n.t('target.hint.mode'),
  words: () => i18n.t('target.hint.words'),
};

const INTROS: Record<string, () => string> = {
  collector: () => i18n.t('options.endpointIntro'),
  cloudevents: () => i18n.t('target.intro.cloudevents'),
  langfuse: () => i18n.t('target.intro.langfuse'),
  opentelemetry: () => i18n.t('target.intro.opentelemetry'),
  slack: () => i18n.t('target.intro.slack'),
  teams: () => i18n.t('target.intro.teams'),
};

export const fieldLabel = (name: FieldName): string => LABELS[name]();
export const fieldHint = (name: FieldName): string => HINTS[name]();
/** What a kind of target is for, in a sentence or two. */
export const targetIntro = (kind: string): string => INTROS[kind]?.() ?? '';
/** What an event is called on screen; one of a later version has no name here. */
export const entryName = (type: string | undefined): string =>
  i18n.t(eventDeclared(type ?? '')?.name ?? 'options.entry.unknown');
