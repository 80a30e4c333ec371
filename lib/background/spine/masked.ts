/** What is masked of an event's content before it is recorded, and so before it is sent: the same for a preview of it. */
import type { ContentOf, EventType } from '../../domain/events/event.ts';
import { maskWithin } from '../../domain/privacy/mask.ts';
import { redactDecision, redactReport } from '../../domain/privacy/redacted.ts';
import type { Redaction } from '../../domain/privacy/redaction.ts';
import { effectiveRedaction } from '../../settings/redaction.ts';
import { outputByHash } from '../../store/ask/queries.ts';

/** `outputText`: the text of the output that it is about, as it is kept. */
type Mask<T extends EventType> = (content: ContentOf<T>, outputText: string, redaction: Redaction) => ContentOf<T>;

/** Types whose content is more than typed words. */
const MASKS: { [T in EventType]?: Mask<T> } = {
  // Masked where it is hashed: what is kept of the prompt is a fact of its trace.
  'countersign.output.seen.v1': (content) => content,
  'countersign.report.made.v1': redactReport,
  'countersign.report.amended.v1': redactReport,
  'countersign.decision.made.v1': redactDecision,
  'countersign.second.given.v1': redactDecision,
};

/** Content as the policy lets it be kept. Of a type that is not named above, every word is masked as one that was typed. */
export async function masked<T extends EventType>(
  type: T,
  subject: string,
  content: ContentOf<T>,
): Promise<ContentOf<T>> {
  const redaction = await effectiveRedaction();
  const own = MASKS[type];
  if (!own) return redaction.parts.includes('typed') ? wordsMasked(content, redaction) : content;
  const output = await outputByHash(subject);
  return own(content, output?.content?.text ?? '', redaction);
}

const wordsMasked = <C>(content: C, redaction: Redaction): C =>
  JSON.parse(JSON.stringify(content), (_, part: unknown) =>
    typeof part === 'string' ? maskWithin(part.length, part, redaction) : part,
  ) as C;
