import { useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import {
  type ApprovalRequest,
  type MadeException,
  openRequests,
  unreviewedPasses,
} from '../../../lib/domain/output/process-record.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from '../queue/Queue.module.css';
import { useOwnSource } from '../useOwnSource.ts';
import type { GateView } from './useGate.ts';

/** What somebody waits for at the gate of an output, and what went through it without an approval. */
export function WaitingList({ output, gate }: { output: Output; gate: GateView }) {
  const { inProcess } = output;
  const asked = inProcess ? openRequests(inProcess) : [];
  const passes = inProcess ? unreviewedPasses(inProcess) : [];
  if (asked.length + passes.length === 0) return null;
  return (
    <ul className={styles.stack}>
      {asked.map((request) => (
        <li key={request.requestId} data-request={request.kind}>
          <Request request={request} hash={output.hash} gate={gate} />
        </li>
      ))}
      {passes.map((pass) => (
        <li key={pass.exceptionId} data-pass={pass.kind}>
          <Pass pass={pass} />
        </li>
      ))}
    </ul>
  );
}

interface RequestProps {
  request: ApprovalRequest;
  hash: string;
  gate: GateView;
}

function Request({ request, hash, gate }: RequestProps) {
  const isOwn = useOwnSource() === request.source;
  const who = isOwn ? i18n.t('panel.gate.you') : (request.author ?? i18n.t('panel.gate.colleague'));
  return (
    <>
      <p>
        {i18n.t(`panel.gate.requested.${request.kind}`, { who })} · <RelativeTime at={request.madeAt} />
      </p>
      {request.note ? <p dir="auto">{request.note}</p> : null}
      {request.kind === 'exception' && !isOwn && gate.may('except').may ? (
        <Grant hash={hash} requestId={request.requestId} />
      ) : null}
    </>
  );
}

/** Lets a colleague go on, with a reason. */
function Grant({ hash, requestId }: { hash: string; requestId: string }) {
  const [words, setWords] = useState('');
  const { carryOut, busy } = useSend();
  return (
    <>
      <Field label={i18n.t('panel.gate.grantReason')}>
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={2}
            maxLength={LONGEST_COMMENT}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Button
        size="small"
        busy={busy}
        disabled={!words.trim()}
        onClick={() => void carryOut('gate.grant', { hash, requestId, words })}
      >
        {i18n.t('panel.gate.grant')}
      </Button>
    </>
  );
}

function Pass({ pass: { kind, author, madeAt, reason } }: { pass: MadeException }) {
  const who = author ?? i18n.t('panel.gate.colleague');
  const what = kind === 'bypass' ? 'bypassed' : 'overridden';
  return (
    <>
      <p>
        {i18n.t(`panel.gate.${what}`, { who })} · <RelativeTime at={madeAt} />
      </p>
      {reason ? <p dir="auto">{reason}</p> : null}
    </>
  );
}
