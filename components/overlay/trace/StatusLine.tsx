import { i18n } from '#i18n';
import type { Card } from '../../../lib/messages/to-background/output.ts';
import { STATUS_PATHS } from '../../../lib/page/ours/badge-look.ts';
import { Said } from './Said.tsx';

/** The status, what it means for using the text, and how many said something of it. */
export const StatusLine = ({ facts }: { facts: Card }) => (
  <section className="status" data-status={facts.status}>
    <p className="statusName">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={STATUS_PATHS[facts.status]} />
      </svg>
      <Said>{i18n.t(`status.${facts.status}`)}</Said>
      {facts.reportCount > 0 ? (
        <span className="count">
          <Said>{i18n.t('common.reports', facts.reportCount)}</Said>
        </span>
      ) : null}
    </p>
    {facts.praiseCount > 0 ? (
      <p className="muted">
        <Said>{i18n.t('common.praise', facts.praiseCount)}</Said>
      </p>
    ) : null}
    {facts.uses > 0 ? (
      <p className="muted">
        <Said>{i18n.t('reuse.uses', facts.uses)}</Said>
      </p>
    ) : null}
    <p className="muted">
      <Said>{i18n.t(`statusMeaning.${facts.status}`)}</Said>
    </p>
  </section>
);
