import { i18n } from '#i18n';
import { MARK_LOOK } from '../../../lib/look/mark.ts';
import { STATUS_LOOK } from '../../../lib/look/status.ts';
import { toneStyle } from '../../../lib/look/tone.ts';
import type { Card } from '../../../lib/messages/to-background/output.ts';
import { PathIcon } from '../../ui/PathIcon.tsx';
import { Said } from './Said.tsx';

/** The status, what it means for using the text, and how many said something of it. */
export const StatusLine = ({ facts }: { facts: Card }) => (
  <section className="status" data-status={facts.status} style={toneStyle(STATUS_LOOK[facts.status].tone)}>
    <p className="statusName">
      <PathIcon path={STATUS_LOOK[facts.status].icon} size={16} />
      <Said>{i18n.t(`status.${facts.status}`)}</Said>
      {facts.reportCount > 0 ? (
        <span className="count">
          <Said>{i18n.t('common.reports', facts.reportCount)}</Said>
        </span>
      ) : null}
    </p>
    {facts.marks.map((mark) => (
      <p key={mark} className="statusName" data-mark={mark} style={toneStyle(MARK_LOOK[mark].tone)}>
        <PathIcon path={MARK_LOOK[mark].icon} size={16} />
        <Said>{i18n.t(`panel.gate.mark.${mark}`)}</Said>
      </p>
    ))}
    {facts.notAllowed ? <NotAllowed {...facts.notAllowed} /> : null}
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
    {facts.review ? (
      <p className="muted" data-review="">
        <Said>{facts.review}</Said>
      </p>
    ) : null}
    {facts.stated ? (
      <p className="muted" data-stated="">
        <Said>{facts.stated}</Said>
      </p>
    ) : null}
  </section>
);

const WARNING = 'M12 3 2 21h20ZM12 10v5M12 18v.5';

/** The policy does not allow the tool that wrote this: said where its text is about to be used, with whom to ask. */
const NotAllowed = ({ name, who }: NonNullable<Card['notAllowed']>) => (
  <div data-not-allowed="" style={toneStyle('danger')}>
    <p className="statusName">
      <PathIcon path={WARNING} size={16} />
      <Said>{i18n.t('toolRule.title')}</Said>
    </p>
    <p className="muted">
      <Said>
        {i18n.t('toolRule.ask', { tool: name, people: 'name' in who ? who.name : i18n.t(`gate.party.${who.role}`) })}
      </Said>
    </p>
  </div>
);
