import { i18n } from '#i18n';
import { letsGo } from '../../../lib/domain/gate/gate.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import {
  type ApprovalRequest,
  type Handoff,
  type MadeException,
  openLooks,
  openRequests,
  type ProcessRecord,
  type SecondLook,
  unreviewedPasses,
} from '../../../lib/domain/output/process-record.ts';
import { partiesFor } from '../../../lib/domain/people/authority.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { usePersonName } from '../../people/personName.ts';
import { useSend } from '../../sending/useSend.ts';
import { fullDate, RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from '../queue/Queue.module.css';
import { useOwnSource } from '../useOwnSource.ts';
import type { GateView } from './useGate.ts';
import { WordsForm } from './WordsForm.tsx';
import { partiesText } from './words.ts';

/** What waits at the gate of an output: what was asked for, went through without an approval, was drawn for a second look, or passed on. */
export function WaitingList({ output, gate }: { output: Output; gate: GateView }) {
  const { inProcess } = output;
  const asked = inProcess ? openRequests(inProcess) : [];
  const passes = inProcess ? shownPasses(inProcess, gate.now) : [];
  const looks = inProcess ? openLooks(inProcess) : [];
  const waiting = asked.length + passes.length + looks.length;
  const handed = waiting > 0 ? handedSince(output) : [];
  if (waiting === 0) return null;
  return (
    <ul className={styles.stack}>
      {asked.map((request) => (
        <li key={request.requestId} data-request={request.kind} className={styles.stack}>
          <Request request={request} hash={output.hash} gate={gate} />
        </li>
      ))}
      {passes.map((pass) => (
        <li key={pass.exceptionId} data-pass={pass.kind} className={styles.stack}>
          <Pass pass={pass} gate={gate} />
        </li>
      ))}
      {looks.map((look) => (
        <li key={look.decisionId} data-second-look className={styles.stack}>
          <Again look={look} />
        </li>
      ))}
      {handed.map((handoff) => (
        <li key={handoff.handoffId} data-handoff className={styles.stack}>
          <HandedOn handoff={handoff} gate={gate} />
        </li>
      ))}
    </ul>
  );
}

/** Those at which nobody has looked yet, and the exceptions that hold now. */
const shownPasses = (inProcess: ProcessRecord, now: string): MadeException[] => [
  ...unreviewedPasses(inProcess),
  ...inProcess.exceptions.filter(({ kind, until }) => kind === 'exception' && Date.parse(until) > Date.parse(now)),
];

/** What people passed on since somebody decided last. */
function handedSince({ decisions, inProcess }: Output): Handoff[] {
  const decided = decisions.findLast(({ verdict }) => verdict !== 'escalate')?.decidedAt ?? '';
  return (inProcess?.handoffs ?? []).filter(({ why, madeAt }) => why === 'handed_off' && madeAt > decided);
}

function HandedOn({ handoff, gate }: { handoff: Handoff; gate: GateView }) {
  const nameOf = usePersonName();
  const { source, author, to, madeAt, note } = handoff;
  const isOwn = useOwnSource() === source;
  const who = isOwn ? i18n.t('panel.gate.you') : author ? nameOf(author) : i18n.t('panel.gate.colleague');
  return (
    <>
      <p>
        {i18n.t('panel.gate.cannotJudge.passed', { who, people: partiesText(to, gate.policy) })} ·{' '}
        <RelativeTime at={madeAt} />
      </p>
      {note ? (
        <p className={styles.said} dir="auto">
          {note}
        </p>
      ) : null}
    </>
  );
}

/** Drawn for a second look: whose decision it was. */
function Again({ look: { source, author, madeAt } }: { look: SecondLook }) {
  const nameOf = usePersonName();
  const isOwn = useOwnSource() === source;
  const who = isOwn ? i18n.t('panel.gate.you') : author ? nameOf(author) : i18n.t('panel.gate.colleague');
  return (
    <p>
      {i18n.t('panel.gate.secondLook', { who })} · <RelativeTime at={madeAt} />
    </p>
  );
}

interface RequestProps {
  request: ApprovalRequest;
  hash: string;
  gate: GateView;
}

function Request({ request, hash, gate }: RequestProps) {
  const isOwn = useOwnSource() === request.source;
  const nameOf = usePersonName();
  const { author } = request;
  const who = isOwn ? i18n.t('panel.gate.you') : author ? nameOf(author) : i18n.t('panel.gate.colleague');
  return (
    <>
      <p>
        {i18n.t(`panel.gate.requested.${request.kind}`, { who })} · <RelativeTime at={request.madeAt} />
      </p>
      {request.note ? (
        <p className={styles.said} dir="auto">
          {request.note}
        </p>
      ) : null}
      {request.kind === 'exception' && !isOwn && gate.may('except').may ? (
        <Grant hash={hash} requestId={request.requestId} />
      ) : null}
    </>
  );
}

/** Lets a colleague go on, with a reason. */
function Grant({ hash, requestId }: { hash: string; requestId: string }) {
  const { carryOut, busy } = useSend();
  return (
    <WordsForm
      draft={formKey('leave', hash, requestId)}
      label={i18n.t('panel.gate.grantReason')}
      hint={i18n.t('panel.gate.grantHint')}
      act={i18n.t('panel.gate.grant')}
      busy={busy}
      onWords={(words) => carryOut('gate.grant', { hash, requestId, words })}
    />
  );
}

interface PassProps {
  pass: MadeException;
  gate: GateView;
}

function Pass({ pass: { kind, author, source, madeAt, until, reason }, gate: { process, policy, now } }: PassProps) {
  const nameOf = usePersonName();
  const isOwn = useOwnSource() === source;
  const who = isOwn ? i18n.t('panel.gate.you') : author ? nameOf(author) : i18n.t('panel.gate.colleague');
  const people = partiesText(partiesFor(process, 'approve'), policy);
  const passes = letsGo({ kind, until }, process, now);
  return (
    <>
      <p>
        {i18n.t(`panel.gate.passed.${kind}`, { who })} · <RelativeTime at={madeAt} />
      </p>
      {reason ? (
        <p className={styles.said} dir="auto">
          {reason}
        </p>
      ) : null}
      <p>
        {i18n.t(passes ? 'panel.gate.passesUntil' : 'panel.gate.passedUntil', {
          when: fullDate(until),
        })}
        {kind === 'bypass' ? ` ${i18n.t('panel.gate.passedOver', { people })}` : null}
      </p>
    </>
  );
}
