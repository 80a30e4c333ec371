/** assistant-ui, from its primitives, with a local runtime: the thread, messages with an action bar, the composer. */
import {
  ActionBarPrimitive,
  AssistantRuntimeProvider,
  type ChatModelAdapter,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  useLocalRuntime,
} from '@assistant-ui/react';
import { MarkdownTextPrimitive } from '@assistant-ui/react-markdown';
import { createRoot } from 'react-dom/client';
import { streamAnswer } from '../../../detect/runtime/model.ts';
import { asked, root } from '../../../detect/runtime/page.ts';
import { pastTurns } from '../../../detect/runtime/params.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

const model: ChatModelAdapter = {
  async *run({ messages }) {
    const last = messages.at(-1)?.content[0];
    let text = '';
    for await (const piece of streamAnswer(last?.type === 'text' ? last.text : '', asked, 'markdown')) {
      text += piece;
      yield { content: [{ type: 'text', text }] };
    }
  },
};

function AnswerText() {
  return <MarkdownTextPrimitive />;
}

function AssistantMessage() {
  return (
    <MessagePrimitive.Root>
      <MessagePrimitive.Parts components={{ Text: AnswerText }} />
      <ActionBarPrimitive.Root hideWhenRunning>
        <ActionBarPrimitive.Copy>Copy</ActionBarPrimitive.Copy>
        <ActionBarPrimitive.Reload>Reload</ActionBarPrimitive.Reload>
      </ActionBarPrimitive.Root>
    </MessagePrimitive.Root>
  );
}

function UserMessage() {
  return (
    <MessagePrimitive.Root style={{ textAlign: 'right' }}>
      <MessagePrimitive.Parts />
    </MessagePrimitive.Root>
  );
}

function Thread() {
  return (
    <ThreadPrimitive.Root>
      <ThreadPrimitive.Viewport style={{ height: 520, overflowY: 'auto' }}>
        <ThreadPrimitive.Messages components={{ UserMessage, AssistantMessage }} />
      </ThreadPrimitive.Viewport>
      <ComposerPrimitive.Root>
        <ComposerPrimitive.Input placeholder="Write a message..." style={{ width: '80%' }} />
        <ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
      </ComposerPrimitive.Root>
    </ThreadPrimitive.Root>
  );
}

const initialMessages = pastTurns(asked, 'markdown').map(({ role, text }) => ({ role, content: text }));

function App() {
  const runtime = useLocalRuntime(model, { initialMessages });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <Thread />
    </AssistantRuntimeProvider>
  );
}

createRoot(root()).render(<App />);

watchTurns({
  answers: '[data-message-id]:not([style*="right"])',
  users: '[data-message-id][style*="right"]',
  format: 'markdown',
});
