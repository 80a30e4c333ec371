import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { openQuestions, type Question } from '../../../lib/domain/output/process-record.ts';
import { mayDecide } from '../../../lib/domain/people/role.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { usePersonName } from '../../people/personName.ts';
import { useSend } from '../../sending/useSend.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from '../queue/Queue.module.css';
import { useOwnSource } from '../useOwnSource.ts';
import { WordsForm } from './WordsForm.tsx';

interface QuestionsProps {
  output: Output;
  /** Whether one may ask here, not only answer. */
  asks?: boolean;
}

/** What reviewers asked before they decide, and what was answered; while one is open the output is pending. */
export function Questions({ output, asks = false }: QuestionsProps) {
  const questions = output.inProcess?.questions ?? [];
  const open = openQuestions({ questions });
  const decides = useLiveQuery(async () => mayDecide((await target())?.role));
  const mayAsk = asks && decides === true && open.length === 0 && awaitsDecision(output);
  if (questions.length === 0 && !mayAsk) return null;
  return (
    <section className={styles.section} data-questions={open.length > 0 ? 'pending' : 'none'}>
      {questions.length > 0 ? (
        <h2 className={styles.heading}>
          {i18n.t('panel.question.title')}{' '}
          {open.length > 0 ? <Badge tone="notice">{i18n.t('panel.question.pending')}</Badge> : null}
        </h2>
      ) : null}
      <ul className={styles.stack}>
        {questions.map((question) => (
          <li key={question.questionId} className={styles.stack}>
            <OneQuestion question={question} hash={output.hash} isOpen={open.includes(question)} />
          </li>
        ))}
      </ul>
      {mayAsk ? <Ask hash={output.hash} /> : null}
    </section>
  );
}

interface OneQuestionProps {
  question: Question;
  hash: string;
  isOpen: boolean;
}

function OneQuestion({ question, hash, isOpen }: OneQuestionProps) {
  const { carryOut, busy } = useSend();
  const whoOf = useWho();
  const own = useOwnSource();
  const { questionId, text, answer, madeAt } = question;
  return (
    <>
      <p>
        {i18n.t('panel.question.asked', { who: whoOf(question) })} · <RelativeTime at={madeAt} />
      </p>
      <p className={styles.said} dir="auto">
        {text ?? i18n.t('panel.question.erased')}
      </p>
      {answer ? (
        <>
          <p>
            {i18n.t('panel.question.answered', { who: whoOf(answer) })} · <RelativeTime at={answer.madeAt} />
          </p>
          <p className={styles.said} dir="auto">
            {answer.text ?? i18n.t('panel.question.erased')}
          </p>
        </>
      ) : null}
      {isOpen && own !== question.source ? (
        <WordsForm
          draft={formKey('answer', hash, questionId)}
          label={i18n.t('panel.question.answer')}
          act={i18n.t('panel.question.give')}
          busy={busy}
          onWords={(words) => carryOut('information.give', { hash, questionId, words }, i18n.t('panel.question.given'))}
        />
      ) : null}
      {!answer && !isOpen ? <p>{i18n.t('panel.question.closed')}</p> : null}
    </>
  );
}

function Ask({ hash }: { hash: string }) {
  const { carryOut, busy } = useSend();
  return (
    <Disclosure label={i18n.t('panel.question.ask')}>
      <WordsForm
        draft={formKey('question', hash)}
        label={i18n.t('panel.question.what')}
        hint={i18n.t('panel.question.hint')}
        act={i18n.t('panel.question.send')}
        busy={busy}
        onWords={(words) => carryOut('information.ask', { hash, words }, i18n.t('panel.question.sent'))}
      />
    </Disclosure>
  );
}

/** Who did something, as the reader knows them. */
function useWho(): (made: { source: string; author?: string }) => string {
  const own = useOwnSource();
  const nameOf = usePersonName();
  return ({ source, author }) =>
    source === own ? i18n.t('panel.gate.you') : author ? nameOf(author) : i18n.t('panel.gate.colleague');
}
