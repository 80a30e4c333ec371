/** The forms in which a receipt goes along with its text: as a line, as a link, or as an attribute for web pages. */
import { i18n } from '#i18n';
import { disclosedHtml } from '../../../lib/domain/decision/receipt.ts';
import { escapedHtml, htmlOfText } from '../../../lib/domain/output/structure/html.ts';
import type { CheckedReceipt } from '../../../lib/messages/to-background/receipt.ts';
import { fullDate } from '../../ui/RelativeTime.tsx';

export type ReceiptForm = 'line' | 'link' | 'marked';

/** What is put onto the clipboard: for what takes words, and for what takes HTML. */
interface Copied {
  plain: string;
  html: string;
}

/** What a receipt says, in words: only what stands in it. */
export function receiptWords({ says }: CheckedReceipt, processName: string): string {
  const { verdict, role, policyVersion, decidedAt, editorial, selfReview, meaning } = says;
  const placed = { process: processName, version: policyVersion, when: fullDate(decidedAt), role: roleText(role) };
  const said = i18n.t(
    `panel.receipt.said.${verdict === 'approve' || verdict === 'modify' ? verdict : 'approve_with_notes'}`,
    placed,
  );
  return [
    said,
    ...(meaning ? [i18n.t('panel.gate.signature.meant', { meaning: i18n.t(`panel.gate.meaning.${meaning}`) })] : []),
    ...(editorial ? [i18n.t('panel.receipt.editorial')] : []),
    ...(selfReview ? [i18n.t('panel.gate.selfReview')] : []),
  ].join(' ');
}

const roleText = (role: string): string =>
  role === 'reporter' || role === 'reviewer' || role === 'admin' ? i18n.t(`role.${role}`) : role;

/** A text with its receipt. Without the text, where this browser has it no more, only what stands under it. */
export function withReceipt(
  text: string | undefined,
  receipt: CheckedReceipt,
  words: string,
  form: ReceiptForm,
): Copied {
  const html = text === undefined ? '' : htmlOfText(text);
  if (form === 'marked') return { plain: text ?? '', html: disclosedHtml(html, receipt.jws) };
  const { jws, link } = receipt;
  const check = i18n.t('panel.receipt.check');
  const line = form === 'line' ? `${words} ${i18n.t('panel.receipt.line', { jws })}` : `${words} ${check}: ${link}`;
  const anchor = `${escapedHtml(words)} <a href="${escapedHtml(link)}">${escapedHtml(check)}</a>`;
  return {
    plain: text === undefined ? line : `${text}\n\n${line}`,
    html: `${html}<p>${form === 'line' ? escapedHtml(line) : anchor}</p>`,
  };
}
