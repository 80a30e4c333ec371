/** TDesign's chatbot against an endpoint that sends server-sent events. */
import { type AIMessageContent, ChatBot, type ChatMessagesData, type SSEChunkData } from '@tdesign-react/chat';
import '@tdesign-react/chat/es/style/index.js';
import { createRoot } from 'react-dom/client';
import { asked, root } from '../../../detect/runtime/page.ts';
import { pastTurns } from '../../../detect/runtime/params.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

const before: ChatMessagesData[] = pastTurns(asked, 'markdown').map(({ id, role, text }) =>
  role === 'user'
    ? { id, role, content: [{ type: 'text', data: text }] }
    : { id, role, status: 'complete', content: [{ type: 'markdown', data: text }] },
);

createRoot(root()).render(
  <div style={{ height: '600px' }}>
    <ChatBot
      defaultMessages={before}
      chatServiceConfig={{
        endpoint: `/answers/sse${location.search}`,
        stream: true,
        onRequest: ({ prompt }) => ({ body: JSON.stringify({ prompt }) }),
        onMessage: (chunk: SSEChunkData): AIMessageContent => ({ type: 'markdown', data: chunk.data.text }),
      }}
    />
  </div>,
);

watchTurns({
  answers: '.t-chat__item__role--assistant .t-chat__item__content',
  users: '.t-chat__item__role--user .t-chat__item__content',
  omit: '.t-chat__text__markdown__code__header',
  format: 'markdown',
});
