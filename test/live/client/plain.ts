/** A chat without a framework, in the shape of ChatGPT's turns, whose page streams as fast as it is told to. */
import { type LiveLang, pastTurns } from '../answers.ts';
import { type Answering, answerTurn, messageId, questionTurn, stopButton } from './plain-turns.ts';
import { wordsFrom } from './plain-words.ts';

interface PlainStreaming {
  /** Tokens between two frames; 0 streams a token a task, without waiting for frames. */
  perFrame?: number;
}

declare global {
  interface Window {
    /** Streams an answer of so many tokens into a new turn; resolves with its message's id when it is done. */
    stream(tokens?: number, options?: PlainStreaming): Promise<string>;
  }
}

const search = new URLSearchParams(location.search);
const lang: LiveLang = document.documentElement.lang === 'it' ? 'it' : 'en';
const thread = document.querySelector('#thread') ?? document.body;
const action = document.querySelector('#action') ?? document.body;
const words = wordsFrom(lang);
let turns = 0;

const past = document.createDocumentFragment();
for (const { prompt, answer } of pastTurns(Number(search.get('history') ?? 0), lang)) {
  turns += 2;
  const answering = answerTurn(turns, messageId(turns), { answer, done: true });
  past.append(questionTurn(turns - 1, messageId(turns - 1), prompt), answering.turn);
}
thread.append(past);
scrollTo(0, document.documentElement.scrollHeight);

window.stream = async (tokens = Number(search.get('tokens') ?? 300), { perFrame = 1 } = {}) => {
  turns += 2;
  const id = messageId(turns);
  const question =
    lang === 'it' ? `Scrivi ${tokens} parole sul caso ${turns}.` : `Write ${tokens} words on case ${turns}.`;
  const answering = answerTurn(turns, id, { answer: '', done: false });
  thread.append(questionTurn(turns - 1, messageId(turns - 1), question), answering.turn);
  const stop = stopButton();
  action.replaceChildren(stop);
  scrollTo(0, document.documentElement.scrollHeight);
  await fill(answering, tokens, perFrame);
  stop.remove();
  answering.finish();
  scrollTo(0, document.documentElement.scrollHeight);
  return id;
};
document.body.dataset.ready = '';

async function fill(answering: Answering, tokens: number, perFrame: number): Promise<void> {
  const step = perFrame > 0 ? nextFrame : nextTask;
  const atOnce = Math.max(1, perFrame);
  for (let told = 0; told < tokens; told += atOnce) {
    for (let more = Math.min(atOnce, tokens - told); more > 0; more -= 1) answering.say(words());
    await step();
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** A task of its own, which unlike a timer is not held back when there are many. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
