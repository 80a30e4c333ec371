import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import type { DecisionContent } from '../../../lib/domain/decision/decision.ts';
import { givenSeconds, isDifferent } from '../../../lib/domain/decision/second.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import styles from '../../panel/queue/Queue.module.css';
import { usePersonName } from '../../people/personName.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import item from '../Item.module.css';

/** What a second reviewer said before they saw the first one's decision, beside that. */
export function SecondReviews({ output }: { output: Output }) {
  const given = givenSeconds(output);
  if (given.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{i18n.t('panel.second.title')}</h2>
      {given.map(({ second, first }) => (
        <div key={second.secondId} className={item.item}>
          {first ? (
            <p className={item.strong}>
              {i18n.t(
                isDifferent(first.verdict, second.given.verdict) ? 'panel.second.differs' : 'panel.second.agrees',
              )}
            </p>
          ) : null}
          {first ? (
            <Said name="first" verdict={first.verdict} who={first.author} at={first.decidedAt} text={output} />
          ) : null}
          <Said
            name="second"
            verdict={second.given.verdict}
            who={second.given.author}
            at={second.given.madeAt}
            content={second.given.content}
            text={output}
          />
        </div>
      ))}
    </section>
  );
}

interface SaidProps {
  name: 'first' | 'second';
  verdict: Verdict;
  who: string | undefined;
  at: string;
  content?: Pick<DecisionContent, 'note' | 'correctedText'> | undefined;
  text: Output;
}

function Said({ name, verdict, who, at, content, text }: SaidProps) {
  const nameOf = usePersonName();
  return (
    <>
      <p>
        {i18n.t(`panel.second.${name}`)} <strong>{i18n.t(`verdict.${verdict}`)}</strong>
      </p>
      {content?.note ? (
        <p className={item.comment} dir="auto">
          {content.note}
        </p>
      ) : null}
      {content?.correctedText && text.content ? (
        <TextDiff before={text.content.text} after={content.correctedText} />
      ) : null}
      <p className={item.meta}>
        {who ? `${i18n.t('panel.queue.by', { name: nameOf(who) })} · ` : ''}
        <RelativeTime at={at} />
      </p>
    </>
  );
}
