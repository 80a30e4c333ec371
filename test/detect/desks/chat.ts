/** A desk in the construction that the address asks for, and the machine behind it. */
import type { Truth, TruthOutput } from '../contract.ts';
import { empty, make, onEnter, written } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { root } from '../runtime/page.ts';
import { readTurn } from '../runtime/read.ts';
import { BUILDS } from './builds/index.ts';
import type { Answer } from './desk.ts';
import { BEFORE, type Line, SAID } from './words.ts';

const FIRST_MS = 300;
const TOKEN_MS = 18;

const params = new URLSearchParams(location.search);
const number = (name: string): number => Number(params.get(name) ?? 0);
const build = BUILDS[params.get('build') ?? ''];
const script = SAID[params.get('say') ?? ''];
if (!build || !script) throw new Error('no such desk');

const log = make('div', { class: 'thread' });
const field = make('textarea', { rows: '3', 'aria-label': 'Message' });
const send = make('button', { type: 'button', class: 'send' }, 'Send');
const form = make('div', { class: 'ask' }, field, send);
const stage = { root: root(), log, form, send };
stage.root.append(log, form);
const desk = build(stage);

interface Given {
  answer: Answer;
  text: string;
  lastTokenAtMs?: number;
}
const given: Given[] = [];
const users: string[] = [];

const keep = (one: Given): void => {
  const place = one.answer.place();
  if (place) one.text = one.answer.says?.().replace(/\s+/g, ' ').trim() ?? readTurn(place, desk.omit);
};

for (const { asks, answers } of BEFORE.slice(0, number('before'))) {
  users.push(asks);
  desk.user(asks);
  const answer = desk.answer();
  answer.show(answers, true);
  given.push({ answer, text: '' });
}

async function stream(text: string, show: (sofar: string, ended: boolean) => void, answer?: Answer): Promise<void> {
  if (params.has('whole')) return show(text.replaceAll('⏸', ''), true);
  const tokens = text.match(/⏸|\s*[^\s⏸]{1,7}/gu) ?? [];
  let said = '';
  for (const [at, token] of tokens.entries()) {
    if (token === '⏸') {
      answer?.waits?.(true);
      await after(number('hold') || 3_200);
      answer?.waits?.(false);
      continue;
    }
    said += token;
    show(said, at === tokens.length - 1);
    await after(number('every') || TOKEN_MS);
  }
}

async function say({ answers, writes }: Line): Promise<void> {
  const answer = desk.answer();
  const one: Given = { answer, text: '' };
  given.push(one);
  await after(FIRST_MS);
  if (writes && desk.writes) {
    if (doc.lastTokenAtMs) doc.resumedAtMs = Date.now();
    await stream(writes, (sofar) => desk.writes?.(sofar));
    doc.lastTokenAtMs = Date.now();
  }
  await stream(answers, (sofar, ended) => answer.show(sofar, ended), answer);
  one.lastTokenAtMs = Date.now();
  keep(one);
  send.classList.remove('busy');
  await after(number('rest') || 400);
  window.__detect.done += 1;
}
const doc: Partial<TruthOutput> = {};

function ask(text: string): void {
  users.push(text);
  desk.user(text);
  const line = script?.find(({ asks }) => asks.replace(/\s+/g, '') === text.replace(/\s+/g, ''));
  void say(line ?? { asks: text, answers: 'I have no answer to that one.' });
}
onEnter(field, ask);
send.addEventListener('click', () => {
  const text = written(field).trim();
  empty(field);
  if (text) ask(text);
});

function read(): Truth {
  const outputs: TruthOutput[] = [];
  for (const one of given) {
    const at = one.lastTokenAtMs ? { lastTokenAtMs: one.lastTokenAtMs } : {};
    for (const each of one.answer.places?.() ?? []) outputs.push({ text: readTurn(each, desk.omit), ...at });
    const place = one.answer.place();
    if (!place?.isConnected || one.answer.places) continue;
    keep(one);
    outputs.push({ text: one.text, ...at });
  }
  const place = desk.document?.();
  if (place && doc.lastTokenAtMs) outputs.push({ text: readTurn(place, desk.omit), ...doc });
  return { outputs, userTexts: [...users, ...(desk.people ?? [])], neutral: [...(desk.elsewhere ?? [])] };
}
window.__detect = { done: 0, lastTokenAt: [], answers: [], read };
