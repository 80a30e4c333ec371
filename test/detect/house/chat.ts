/** A chat box as somebody in the company wrote it, in the style that the address asks for. */
import type { Truth } from '../contract.ts';
import { make, onEnter } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { asked, root } from '../runtime/page.ts';
import { readTurn } from '../runtime/read.ts';
import { STYLES } from './styles.ts';
import { said, saidByPeople } from './words.ts';

const TOKEN_MS = 22;
const FIRST_TOKEN_MS = 350;
const TYPING_MS = 1_200;
const CARD_MS = 120;
const SEEN_MS = 500;

const params = new URLSearchParams(location.search);
const style = STYLES[params.get('style') ?? 'bem'];
if (!style) throw new Error('no such style');

const log = make('div', { id: 'log' });
const box = make('textarea', { rows: '2' });
const where = params.has('closed') ? closedRoot() : root();
where.append(log, box);
box.focus();

/** As a component that hides what is in it. */
function closedRoot(): ShadowRoot {
  const host = make('desk-assistant');
  root().append(host);
  return host.attachShadow({ mode: 'closed' });
}

/** A colleague answers, who takes a while and sends it in one piece. */
const isPeople = params.has('people');
/** So many words come at once, so long after the ones before. */
const WORDS = Number(params.get('words') ?? 1);
const EVERY_MS = Number(params.get('every') ?? TOKEN_MS);
const script = isPeople ? saidByPeople(asked.lang) : said(asked.lang);
const drawn = style(log);
const users: string[] = [];
const answers: { place: Element; endedAtMs: number }[] = [];

async function answer(prompt: string): Promise<void> {
  const turn = answers.length;
  const text = script.find(({ asks }) => asks === prompt)?.answers ?? '…';
  await after(isPeople ? TYPING_MS : FIRST_TOKEN_MS);
  const pieces = asked.whole || isPeople ? [text] : piecesOf(text);
  let place: Element | undefined;
  for (const at of pieces.keys()) {
    if (at > 0) await after(EVERY_MS);
    place = drawn.answer(turn, pieces.slice(0, at + 1).join(''), at === pieces.length - 1);
  }
  if (place) answers.push({ place, endedAtMs: Date.now() });
  if (place && isPeople) await gainsMore(place, turn);
  await after(300);
  window.__detect.done += 1;
}

function piecesOf(text: string): string[] {
  const words = text.split(/(?<= )/);
  const count = Math.ceil(words.length / WORDS);
  return Array.from({ length: count }, (_, at) => words.slice(at * WORDS, (at + 1) * WORDS).join(''));
}

/** What people's messages gain once they are there: a card for an address in them, or who has seen them. */
async function gainsMore(message: Element, turn: number): Promise<void> {
  if (turn % 2 === 0) {
    await after(CARD_MS);
    message.append(make('div', { class: 'card' }, 'Plant Lyon Sud, gate 3. Visitors sign in at the reception.'));
  } else {
    await after(SEEN_MS);
    message.append(make('span', { class: 'seen' }, ' · seen by Ana and two others'));
  }
}

onEnter(box, (text) => {
  users.push(text);
  drawn.user(text);
  void answer(text);
});

function read(): Truth {
  const spoken = script.map(({ answers: text }) => text);
  return {
    outputs: (isPeople ? [] : answers).map(({ place, endedAtMs }, at) => ({
      text: place.isConnected ? readTurn(place) : (spoken[at] ?? ''),
      lastTokenAtMs: endedAtMs,
    })),
    userTexts: users,
    neutral: [],
  };
}
window.__detect = { done: 0, lastTokenAt: [], answers: [], read };
