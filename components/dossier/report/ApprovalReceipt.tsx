import { Copy, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Decision } from '../../../lib/domain/decision/decision.ts';
import { send } from '../../../lib/messages/send.ts';
import type { CheckedReceipt, ReceiptAnswer } from '../../../lib/messages/to-background/receipt.ts';
import { useGovernance } from '../../panel/gate/useGate.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { endpointText } from '../../words/endpoint.ts';
import item from '../Item.module.css';
import { type ReceiptForm, receiptWords, withReceipt } from './receiptForms.ts';

interface ApprovalReceiptProps {
  hash: string;
  decision: Decision;
  /** The text that was decided on, where this browser has it. */
  outputText: string | undefined;
}

/** Whether a receipt can be asked for: of an approval in a process that a server has in its order. */
const isApproval = ({ verdict, inProcess, author }: Decision): boolean =>
  inProcess !== undefined && author !== undefined && verdict !== 'block' && verdict !== 'escalate';

/** The receipt of an approval: asked of the server when somebody wants it, shown once it was checked, and taken along with the text. */
export function ApprovalReceipt({ hash, decision, outputText }: ApprovalReceiptProps) {
  const [answer, setAnswer] = useState<ReceiptAnswer>();
  const { act, busy } = useSend();
  if (!isApproval(decision)) return null;
  const text = decision.verdict === 'modify' ? decision.content?.correctedText : outputText;
  const ask = () => act(async () => setAnswer(await send('receipt.ask', { hash, decisionId: decision.decisionId })));
  return (
    <div className={item.receipt} data-receipt={answer ? ('receipt' in answer ? 'holds' : answer.problem) : 'unasked'}>
      {answer && 'receipt' in answer ? (
        <Receipt receipt={answer.receipt} text={text} isBulk={decision.inProcess?.bulk === true} />
      ) : (
        <Button size="small" busy={busy} onClick={() => void ask()}>
          <ReceiptText size={14} aria-hidden /> {i18n.t('panel.receipt.get')}
        </Button>
      )}
      {answer && 'problem' in answer ? (
        <Notice tone="warning" live>
          {problemText(answer.problem)}
        </Notice>
      ) : null}
    </div>
  );
}

const problemText = (problem: Extract<ReceiptAnswer, { problem: unknown }>['problem']): string =>
  problem === 'none' || problem === 'false' ? i18n.t(`panel.receipt.${problem}`) : endpointText(problem);

interface ReceiptProps {
  receipt: CheckedReceipt;
  text: string | undefined;
  /** One of many at once: that a person reviewed this text is not what happened. */
  isBulk: boolean;
}

function Receipt({ receipt, text, isBulk }: ReceiptProps) {
  const policy = useGovernance();
  const { act, busy } = useSend();
  const { processId } = receipt.says;
  const words = receiptWords(receipt, policy?.processes?.find(({ id }) => id === processId)?.name ?? processId);
  const forms: readonly ReceiptForm[] = text === undefined || isBulk ? ['line', 'link'] : ['line', 'link', 'marked'];
  const copy = (form: ReceiptForm) =>
    act(async () => {
      const { plain, html } = withReceipt(text, receipt, words, form);
      const as = (type: string, said: string) => ({ [type]: new Blob([said], { type }) });
      await navigator.clipboard.write([new ClipboardItem({ ...as('text/plain', plain), ...as('text/html', html) })]);
      return i18n.t('panel.receipt.copied');
    });
  return (
    <>
      <p>{words}</p>
      <p className={item.meta}>{i18n.t('panel.receipt.holds')}</p>
      <div className={item.actions}>
        {forms.map((form) => (
          <Button key={form} size="small" busy={busy} onClick={() => void copy(form)}>
            <Copy size={14} aria-hidden /> {i18n.t(`panel.receipt.copy.${form}`)}
          </Button>
        ))}
      </div>
      {forms.includes('marked') ? <p className={item.meta}>{i18n.t('panel.receipt.marked')}</p> : null}
    </>
  );
}
