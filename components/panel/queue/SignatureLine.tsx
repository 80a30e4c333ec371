import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../ui/Notice.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import { endpointText } from '../../words/endpoint.ts';
import type { Checklist } from '../gate/useChecklist.ts';
import styles from './DecisionForm.module.css';
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
    <div ref={line} className={styles.signature} data-signature={signIn}>
      <p>
        {meaning
          ? i18n.t('panel.gate.signature.lead', { who, meaning: i18n.t(`panel.gate.meaning.${meaning}`) })
          : i18n.t('panel.gate.signature.open', { who })}
      </p>
      <SignIn signature={signature} />
      {problem && signIn !== 'token' ? (
        <Notice tone="warning" live>
          {endpointText(problem)}
        </Notice>
      ) : null}
    </div>
  );
}

/** How fresh the sign-in is; that one cannot sign here stands out before anything is pressed, and is spoken once it was. */
function SignIn({ signature: { signIn, withinMinutes: minutes, signedInAt, problem } }: { signature: Signature }) {
  if (signIn === 'alone') return null;
  if (signIn === 'fresh') return <p>{i18n.t('panel.gate.signature.fresh', { when: fullDate(signedInAt ?? '') })}</p>;
  if (signIn === 'old') return <p>{i18n.t('panel.gate.signature.old', { minutes })}</p>;
  return (
    <Notice key={problem ?? ''} tone="warning" live={problem !== undefined}>
      {i18n.t('panel.gate.signature.token', { minutes })}
    </Notice>
  );
}
