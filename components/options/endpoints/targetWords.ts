import { i18n } from '#i18n';
import type { EventType } from '../../../lib/domain/events/event.ts';
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

const ENTRIES: Record<EventType, () => string> = {
  'countersign.output.seen.v1': () => i18n.t('options.entry.output'),
  'countersign.report.made.v1': () => i18n.t('options.entry.reportMade'),
  'countersign.report.amended.v1': () => i18n.t('options.entry.reportAmended'),
  'countersign.report.withdrawn.v1': () => i18n.t('options.entry.reportWithdrawn'),
  'countersign.decision.made.v1': () => i18n.t('options.entry.decision'),
  'countersign.content.erased.v1': () => i18n.t('options.entry.collector'),
  'countersign.person.exported.v1': () => i18n.t('options.entry.collector'),
  'countersign.retention.changed.v1': () => i18n.t('options.entry.collector'),
  'countersign.citation.checked.v1': () => i18n.t('options.entry.citation'),
  'countersign.output.reused.v1': () => i18n.t('options.entry.reuse'),
  'countersign.detection.degraded.v1': () => i18n.t('options.entry.detection'),
};

export const fieldLabel = (name: FieldName): string => LABELS[name]();
export const fieldHint = (name: FieldName): string => HINTS[name]();
/** What a kind of target is for, in a sentence or two. */
export const targetIntro = (kind: string): string => INTROS[kind]?.() ?? '';
/** What an event is called on screen; one of a later version has no name here. */
export const entryName = (type: string | undefined): string =>
  ENTRIES[type as EventType]?.() ?? i18n.t('options.entry.unknown');
