/** Events in plain words. */
import { i18n } from '#i18n';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { eventDeclared } from '../../../lib/domain/events/index.ts';
import { processOfSubject } from '../../../lib/domain/gate/stops.ts';
import { dateText, fullDate } from '../../ui/RelativeTime.tsx';

/** What happened: the name of its type. */
export const eventName = ({ type }: { type: string }): string =>
  i18n.t(eventDeclared(type)?.name ?? 'options.entry.unknown');

/** What it says, from its facts; nothing of what people or AI wrote. Empty where its name says all. */
export function eventWords(event: CountersignEvent): string {
  switch (event.type) {
    case 'countersign.report.made.v1':
    case 'countersign.report.amended.v1': {
      const { categories, severity } = event.data.facts;
      return [...categories.map((each) => i18n.t(`category.${each}`)), i18n.t(`severity.${severity}`)].join(', ');
    }
    case 'countersign.decision.made.v1': {
      const { verdict, inProcess } = event.data.facts;
      return [
        i18n.t(`verdict.${verdict}`),
        ...(inProcess?.selfReview ? [i18n.t('panel.gate.mark.selfReview')] : []),
        ...(inProcess?.meaning ? [i18n.t(`panel.gate.meaning.${inProcess.meaning}`)] : []),
      ].join(', ');
    }
    case 'countersign.second.given.v1':
      return i18n.t(`verdict.${event.data.facts.verdict}`);
    case 'countersign.output.reused.v1':
      return new URL(event.data.facts.origin).host;
    case 'countersign.detection.degraded.v1':
      return new URL(event.subject).host;
    case 'countersign.gate.overridden.v1': {
      const { kind, until } = event.data.facts;
      return [i18n.t(`panel.gate.mark.${kind}`), i18n.t('panel.log.until', { at: fullDate(until) })].join(', ');
    }
    case 'countersign.calibration.asked.v1':
    case 'countersign.assignment.made.v1':
    case 'countersign.deferral.made.v1':
      return i18n.t('panel.log.until', { at: fullDate(event.data.facts.until) });
    case 'countersign.policy.reviewed.v1':
      return i18n.t(`periodic.outcomes.${event.data.facts.outcome}`);
    case 'countersign.baseline.frozen.v1':
      return processOfSubject(event.subject);
    case 'countersign.escalation.rehearsed.v1':
      return i18n.t(`panel.log.rehearsal.${event.data.facts.act}`, { process: processOfSubject(event.subject) });
    case 'countersign.process.stopped.v1': {
      const process = processOfSubject(event.subject);
      return event.data.facts.stopped
        ? i18n.t('panel.log.stopped', { process })
        : i18n.t('panel.log.startedAgain', { process });
    }
    case 'countersign.limits.rebased.v1': {
      const { from } = event.data.facts;
      return from === null ? i18n.t('panel.log.limitsAsBefore') : i18n.t('panel.log.limitsFrom', { month: from });
    }
    case 'countersign.delegation.made.v1':
      return i18n.t('panel.log.fromTo', {
        from: dateText(event.data.facts.since),
        to: dateText(event.data.facts.until),
      });
    case 'countersign.content.erased.v1':
      return i18n.t('panel.log.erased', event.data.facts.events.length);
    case 'countersign.retention.changed.v1': {
      const { days } = event.data.facts;
      return days === null ? i18n.t('panel.log.keptForGood') : i18n.t('panel.log.kept', days);
    }
    case 'countersign.person.exported.v1':
      return i18n.t('panel.log.exported');
    case 'countersign.policy.published.v1':
      return i18n.t('panel.log.version', { version: event.data.facts.version });
    default:
      return '';
  }
}
