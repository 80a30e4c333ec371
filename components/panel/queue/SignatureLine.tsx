import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../ui/Notice.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import { endpointText } from '../../words/endpoint.ts';
import type { Checklist } from '../gate/useChecklist.ts';
import type { Signature } from './useSignature.ts';

interface SignatureLineProps {
  signature: Signature;
  meaning: Checklist['meaning'];
}

/** Beside the button by which somebody signs: who, what the signature means, and how fresh their sign-in is. */
export function SignatureLine({ signature, meaning }: SignatureLineProps) {
  const { name, signIn, problem } = signature;
  const who = name ?? i18n.t('panel.gate.you');
  const line = useRef<HTMLDivElement>(null);
  // The buttons stand over the end of a long form: why nothing was recorded has to be seen.
  useEffect(() => {
    if (problem) line.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  return (
    <div ref={line} data-signature={signIn}>
      <p>
        {meaning
          ? i18n.t('panel.gate.signature.lead', { who, meaning: i18n.t(`panel.gate.meaning.${meaning}`) })
          : i18n.t('panel.gate.signature.open', { who })}{' '}
        {signInText(signature)}
      </p>
      {problem ? (
        <Notice tone="warning" live>
          {endpointText(problem)}
        </Notice>
      ) : null}
    </div>
  );
}

function signInText({ signIn, withinMinutes, signedInAt }: Signature): string {
  const minutes = withinMinutes;
  if (signIn === 'alone') return '';
  if (signIn === 'fresh') return i18n.t('panel.gate.signature.fresh', { when: fullDate(signedInAt ?? '') });
  return signIn === 'old'
    ? i18n.t('panel.gate.signature.old', { minutes })
    : i18n.t('panel.gate.signature.token', { minutes });
}
