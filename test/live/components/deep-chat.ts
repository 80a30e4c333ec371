/** deep-chat, as its "handler" example: the application answers in the page, streaming into the component. */
import 'deep-chat';
import type { DeepChat } from 'deep-chat';
import { streamAnswer } from '../../detect/runtime/model.ts';
import { asked, root } from '../../detect/runtime/page.ts';
import { pastTurns } from '../../detect/runtime/params.ts';
import { watchTurns } from '../../detect/runtime/watch.ts';

const chat = document.createElement('deep-chat') as DeepChat;
chat.style.cssText = 'width: 100%; height: 560px; font-family: sans-serif';
chat.history = pastTurns(asked, 'markdown').map(({ role, text }) => ({ role: role === 'user' ? 'user' : 'ai', text }));
chat.connect = {
  stream: !asked.whole,
  handler: async (body, signals) => {
    const prompt: string = body.messages.at(-1).text;
    signals.onOpen();
    for await (const piece of streamAnswer(prompt, asked, 'markdown')) await signals.onResponse({ text: piece });
    signals.onClose();
  },
};
root().append(chat);

watchTurns({
  answers: '.ai-message .message-bubble, .ai-message-text',
  users: '.user-message-text',
  format: 'markdown',
});
