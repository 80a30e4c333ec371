/** Slack, by an incoming webhook: critical reports and escalations as messages in a channel. */
import * as z from 'zod';
import { FIELDS } from '../fields.ts';
import type { ChatNotice } from '../notice.ts';
import { NOTICE_TYPES, noticeOf, trialNotice } from '../notice.ts';
import { type Answer, defineTarget, type Outcome, type Outgoing, type Request, type World } from '../target.ts';
import { addressProblem, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.lazy(() => z.object({ webhook: FIELDS.webhook(), words: FIELDS.words() }));
type Settings = z.infer<typeof settingsSchema>;

/** Block Kit's limits, in characters. */
const HEADER = 150;
const SECTION = 3_000;
const FIELD = 2_000;
const URL_LENGTH = 3_000;

const plain = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: text.slice(0, most),
  emoji: false,
});

/** The fallback is read as mrkdwn: these three are all that it takes to be taken for more than text. */
const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A notice in Block Kit. Everything that came from a page or a person is `plain_text`, which Slack never reads as a mention or a link. */
export function messageOf({ title, facts, words, link }: ChatNotice) {
  const fields = facts.map(([label, value]) => plain(`${label}: ${value}`, FIELD));
  return {
    text: asText([title, ...facts.map(([label, value]) => `${label}: ${value}`)].join(' · ')),
    blocks: [
      { type: 'header' as const, text: plain(title, HEADER) },
      ...(fields.length > 0 ? [{ type: 'section' as const, fields }] : []),
      ...words.map((said) => ({ type: 'section' as const, text: plain(said, SECTION) })),
      ...(link && link.url.length <= URL_LENGTH
        ? [
            {
              type: 'actions' as const,
              elements: [{ type: 'button' as const, text: plain(link.label, 75), url: link.url }],
            },
          ]
        : []),
    ],
  };
}

const post = ({ webhook }: Settings, notice: ChatNotice): Request => ({
  method: 'POST',
  url: webhook,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(messageOf(notice)),
});

async function requests(items: readonly Outgoing[], settings: Settings, { say }: World): Promise<Request[]> {
  return items.flatMap((item) => {
    const notice = noticeOf(item, settings.words, say);
    return notice ? [post(settings, notice)] : [];
  });
}

/** Slack says what is wrong as plain text: `no_service`, `channel_is_archived`, `invalid_blocks`, … */
function judge(answer: Answer): Outcome {
  if (answer.kind === 'answer' && [403, 404, 410].includes(answer.status))
    return { kind: 'unauthorised', problem: 'webhook_gone', detail: answer.text.slice(0, 100) };
  return judgeStatus(answer);
}

export const slack = defineTarget<Settings>({
  id: 'slack',
  name: 'Slack',
  settings: settingsSchema,
  filter: { from: 'own', types: [...NOTICE_TYPES], severity: 'critical', verdicts: ['escalate'] },
  // A channel is no archive.
  history: false,
  batch: () => ({ events: 1, bytes: 1_000_000 }),
  address: ({ webhook }) => webhook,
  problem: ({ webhook }) => addressProblem(webhook),
  requests,
  judge,
  test: async (settings, world) => tryOut(post(settings, trialNotice(world.say)), world, judge),
});
