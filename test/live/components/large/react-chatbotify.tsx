/** React ChatBotify, as its examples with a language model: one looping block that streams the answer. */
import ChatBot, { type Flow, type Params } from 'react-chatbotify';
import { createRoot } from 'react-dom/client';
import { streamAnswer } from '../../../detect/runtime/model.ts';
import { asked, root } from '../../../detect/runtime/page.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

async function ask({ userInput, streamMessage, endStreamMessage, injectMessage }: Params): Promise<void> {
  let text = '';
  for await (const piece of streamAnswer(userInput, asked, 'plain')) {
    text += piece;
    if (!asked.whole) await streamMessage(text);
  }
  if (asked.whole) await injectMessage(text);
  else await endStreamMessage('BOT');
}

const greeting = asked.lang === 'it' ? 'Ciao, come posso aiutarti?' : 'Ask me anything!';
const flow: Flow = {
  start: { message: greeting, path: 'loop' },
  loop: { message: ask, path: 'loop' },
};

createRoot(root()).render(
  <ChatBot flow={flow} settings={{ general: { embedded: true }, chatHistory: { storageKey: 'example_llm' } }} />,
);

watchTurns({ answers: '.rcb-bot-message', users: '.rcb-user-message', format: 'plain' });
