/** MUI X Chat: one box, one adapter. */
import { ChatBox } from '@mui/x-chat';
import type { ChatAdapter, ChatMessage, ChatMessageChunk } from '@mui/x-chat/headless';
import { createRoot } from 'react-dom/client';
import { streamAnswer } from '../../../detect/runtime/model.ts';
import { asked, root } from '../../../detect/runtime/page.ts';
import { pastTurns } from '../../../detect/runtime/params.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

const adapter: ChatAdapter = {
  async sendMessage({ message }) {
    const [part] = message.parts;
    const prompt = part?.type === 'text' ? part.text : '';
    const messageId = `answer-${message.id}`;
    return new ReadableStream<ChatMessageChunk>({
      async start(controller) {
        controller.enqueue({ type: 'start', messageId });
        controller.enqueue({ type: 'text-start', id: 'text' });
        for await (const delta of streamAnswer(prompt, asked, 'markdown'))
          controller.enqueue({ type: 'text-delta', id: 'text', delta });
        controller.enqueue({ type: 'text-end', id: 'text' });
        controller.enqueue({ type: 'finish', messageId });
        controller.close();
      },
    });
  },
};

const before: ChatMessage[] = pastTurns(asked, 'markdown').map(({ id, role, text }) => ({
  id,
  role,
  conversationId: 'main',
  status: 'sent',
  parts: [{ type: 'text', text }],
}));

createRoot(root()).render(
  <ChatBox
    adapter={adapter}
    initialConversations={[{ id: 'main', title: 'Assistant' }]}
    initialActiveConversationId="main"
    initialMessages={before}
    sx={{ height: 560 }}
  />,
);

watchTurns({
  answers: '.MuiChatMessage-roleAssistant .MuiChatMessage-content',
  users: '.MuiChatMessage-roleUser .MuiChatMessage-content',
  omit: '.MuiChatMessage-inlineMeta, .MuiChatCodeBlock-header',
  format: 'markdown',
});
