/** The ways on from a text that is held, each a press: asked of the background, and what it says then is shown. */
import { i18n } from '#i18n';
import { send } from '../../messages/send.ts';
import type { GateAnswered, GateSaid } from '../../messages/to-background/gate.ts';
import type { Found } from '../detect/found.ts';
import type { ActsOf, GateBox } from './box.ts';
import type { BoxAct } from './box-face.ts';
import { labelLine } from './box-words.ts';
import type { Leaving } from './judge.ts';

const REASONS = ['urgent', 'checked', 'internal', 'draft'] as const;

interface WaysOn {
  box(): GateBox;
  /** Takes what the background says of a text now. */
  take(answer: GateAnswered): void;
  /** Tells the background of what a person made of an answer; gives the hash of that text. */
  bringUp(found: Found): Promise<string | undefined>;
}

/** What each act does with a text that is known. */
interface Held extends WaysOn {
  came: Leaving;
  hash: string;
  goOn: (() => void) | undefined;
}

/** When something is offered of a text that is held, and what it does. In the order in which they stand: the shortest first. */
interface Offer {
  key: 'confirm' | 'public' | 'private' | 'approved' | 'label' | 'ask' | 'exception' | 'override' | 'panel';
  isOffered(said: GateSaid): boolean;
  act(held: Held): Promise<unknown>;
  /** Something is recorded of the text: it has to be the one that stands there. */
  isOfText?: boolean;
}

const OFFERS: readonly Offer[] = [
  { key: 'confirm', isOffered: ({ effect }) => effect === 'ask', act: (held) => leave(held, held.came) },
  {
    key: 'public',
    isOfText: true,
    isOffered: ({ ways }) => ways.includes('say_public'),
    act: async ({ hash, take }) => take(await send('gate.choose', { hash, concernsPublic: true })),
  },
  {
    key: 'private',
    isOfText: true,
    isOffered: ({ ways }) => ways.includes('say_public'),
    act: async ({ hash, take }) => take(await send('gate.choose', { hash, concernsPublic: false })),
  },
  { key: 'approved', isOffered: ({ ways }) => ways.includes('use_approved'), act: copyApproved },
  {
    key: 'label',
    isOffered: ({ effect, ways }) => effect === 'label' || ways.includes('label'),
    act: (held) => leave({ ...held, goOn: undefined }, withLabel(held.came)),
  },
  {
    key: 'ask',
    isOfText: true,
    isOffered: ({ ways, asked }) => ways.includes('ask_approval') && !asked.includes('approval'),
    act: async ({ hash, take }) => take(await send('gate.ask', { hash, kind: 'approval' })),
  },
  {
    key: 'exception',
    isOfText: true,
    isOffered: ({ ways, asked }) => ways.includes('ask_exception') && !asked.includes('exception'),
    act: async ({ hash, take }) => take(await send('gate.ask', { hash, kind: 'exception' })),
  },
  {
    key: 'override',
    isOfText: true,
    isOffered: ({ ways }) => ways.includes('override'),
    act: async (held) => held.box().ask(i18n.t('gate.reasonAsk'), reasonsFor(held)),
  },
  {
    key: 'panel',
    // Why somebody blocked it is read there too.
    isOffered: ({ ways, rule }) => ways.includes('review') || rule === 'blocked',
    act: () => send('panel.open', {}),
  },
];

/** What can be done with a text that is held now; with one that is free meanwhile, to go on. */
export const waysOn =
  (on: WaysOn): ActsOf =>
  (came, goOn) => {
    const { said, hash } = came;
    if (hash === undefined) return [];
    const held: Held = { ...on, came, hash, goOn };
    if (said.effect === 'pass' || said.effect === 'tell')
      return [pressOf(held, 'go', i18n.t(goOn ? 'gate.act.send' : 'gate.act.copy'), () => leave(held, came))];
    return OFFERS.filter(({ isOffered }) => isOffered(said)).map(({ key, act, isOfText }) =>
      pressOf(held, key, i18n.t(`gate.act.${key}`), async () => act(isOfText ? await broughtUp(held) : held)),
    );
  };

/** What was changed in the page is told of first, as a version of its own: what is asked is asked of that. */
async function broughtUp(held: Held): Promise<Held> {
  const { changed, ...came } = held.came;
  if (!changed || !came.found) return held;
  const hash = await held.bringUp(came.found);
  if (hash === undefined) throw new Error('nothing to bring up');
  held.box().renew({ ...came, hash });
  return { ...held, came: { ...came, hash }, hash };
}

const pressOf = ({ box }: Held, key: string, label: string, work: () => Promise<unknown>): BoxAct => ({
  key,
  label,
  press: () =>
    void work().catch((error: unknown) => {
      console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
      box().fail(i18n.t('refusal.failed'));
    }),
});

/** Why somebody goes on all the same: chosen, since a page reads along what is typed in it. */
const reasonsFor = (held: Held): BoxAct[] =>
  REASONS.map((reason) =>
    pressOf(held, `reason-${reason}`, i18n.t(`gate.reason.${reason}`), async () =>
      held.take(await send('gate.override', { hash: held.hash, reason })),
    ),
  );

function withLabel(came: Leaving): Leaving {
  const line = labelLine();
  const html = came.html ? { html: `${came.html}<p>${line}</p>` } : {};
  return { ...came, text: `${came.text}\n\n${line}`, ...html };
}

async function copyApproved(held: Held): Promise<void> {
  const { text } = await send('gate.approved', { hash: held.hash });
  const { html: _, ...plain } = held.came;
  await leave({ ...held, goOn: undefined }, { ...plain, said: { ...plain.said, state: 'satisfied' }, text });
}

/** Does what was held: what the page was at, else onto the clipboard. */
async function leave({ goOn, box }: Held, came: Leaving): Promise<void> {
  if (goOn) {
    box().close();
    goOn();
    return;
  }
  const blob = (text: string, type: string) => new Blob([text], { type });
  const forms: Record<string, Blob> = { 'text/plain': blob(came.text, 'text/plain') };
  if (came.html) forms['text/html'] = blob(came.html, 'text/html');
  await navigator.clipboard.write([new ClipboardItem(forms)]);
  box().tell(came, 'copied', undefined);
}
