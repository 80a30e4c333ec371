import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import styles from '../../panel/queue/Queue.module.css';
import { Disclosure } from '../../ui/Disclosure.tsx';

/** The prompt as it was kept, and what was not kept of it. */
export function PromptFacts({ output: { content, trace } }: { output: Output }) {
  const kept = trace.promptKept;
  if (content?.prompt)
    return (
      <Disclosure
        label={i18n.t('panel.queue.prompt')}
        note={kept && kept !== 'full' ? i18n.t(`trace.promptKept.${kept}`) : undefined}
      >
        <p className={styles.prompt} dir="auto">
          {content.prompt}
        </p>
      </Disclosure>
    );
  if (kept !== 'none' && kept !== 'hashed') return null;
  return (
    <Disclosure label={i18n.t('panel.queue.prompt')} note={i18n.t(`trace.promptKept.${kept}`)}>
      <p>{i18n.t(kept === 'none' ? 'trace.promptNone' : 'trace.promptHash')}</p>
      {content?.promptHash ? <p className={styles.hash}>{content.promptHash}</p> : null}
    </Disclosure>
  );
}
