/** Microsoft Teams, by the address of a Workflow: critical reports and escalations as Adaptive Cards in a channel. */
import * as z from 'zod';
import { FIELDS } from '../fields.ts';
import type { ChatNotice } from '../notice.ts';
import { NOTICE_TYPES, noticeOf, trialNotice } from '../notice.ts';
import { type Answer, defineTarget, type Outcome, type Outgoing, type Request, type World } from '../target.ts';
import { addressProblem, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.lazy(() => z.object({ webhook: FIELDS.webhook(), words: FIELDS.words() }));
type Settings = z.infer<typeof settingsSchema>;

/** Text blocks and fact sets are read as Markdown, text runs are not: what came from a page or a person is in these. */
const line = (...inlines: { text: string; weight?: 'Bolder'; size?: 'Large'; isSubtle?: true }[]) => ({
  type: 'RichTextBlock' as const,
  inlines: inlines.map((inline) => ({ type: 'TextRun' as const, ...inline })),
});

function cardOf({ title, facts, words, link }: ChatNotice) {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard' as const,
    version: '1.4',
    fallbackText: title,
    body: [
      line({ text: title, weight: 'Bolder', size: 'Large' }),
      ...facts.map(([label, value]) => line({ text: `${label}: `, isSubtle: true }, { text: value })),
      ...words.map((said) => line({ text: said })),
    ],
    ...(link ? { actions: [{ type: 'Action.OpenUrl' as const, title: link.label, url: link.url }] } : {}),
  };
}

const post = ({ webhook }: Settings, notice: ChatNotice): Request => ({
  method: 'POST',
  url: webhook,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: cardOf(notice) },
    ],
  }),
});

async function requests(items: readonly Outgoing[], settings: Settings, { say }: World): Promise<Request[]> {
  return items.flatMap((item) => {
    const notice = noticeOf(item, settings.words, say);
    return notice ? [post(settings, notice)] : [];
  });
}

/** A workflow that was switched off or deleted, or whose signature is wrong. */
function judge(answer: Answer): Outcome {
  if (answer.kind === 'answer' && [401, 403, 404, 410].includes(answer.status))
    return { kind: 'unauthorised', problem: 'webhook_gone' };
  return judgeStatus(answer);
}

/** Office 365 connectors were switched off in 2026; their addresses still look as if they worked. */
function problem({ webhook }: Settings) {
  const wrong = addressProblem(webhook);
  if (wrong) return wrong;
  return /(^|\.)(webhook\.office\.com|outlook\.office\.com)$/.test(new URL(webhook).hostname)
    ? 'retired_address'
    : undefined;
}

async function test(settings: Settings, world: World) {
  const wrong = problem(settings);
  if (wrong) return { ok: false, problem: wrong } as const;
  return tryOut(post(settings, trialNotice(world.say)), world, judge);
}

export const teams = defineTarget<Settings>({
  id: 'teams',
  name: 'Microsoft Teams',
  settings: settingsSchema,
  filter: { from: 'own', types: [...NOTICE_TYPES], severity: 'critical', verdicts: ['escalate'] },
  // A channel is no archive.
  history: false,
  batch: () => ({ events: 1, bytes: 1_000_000 }),
  address: ({ webhook }) => webhook,
  problem,
  requests,
  judge,
  test,
});
