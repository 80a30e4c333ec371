/** chatscope's chat kit with a model at the other end: messages kept by the application, the last one growing. */
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import {
  ChatContainer,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
  TypingIndicator,
} from '@chatscope/chat-ui-kit-react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { streamAnswer } from '../../../detect/runtime/model.ts';
import { asked, root } from '../../../detect/runtime/page.ts';
import { type PastTurn, pastTurns } from '../../../detect/runtime/params.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

function App() {
  const [turns, setTurns] = useState<PastTurn[]>(pastTurns(asked, 'plain'));
  const [waiting, setWaiting] = useState(false);

  async function ask(prompt: string): Promise<void> {
    const id = `a-${turns.length}`;
    setTurns((now) => [...now, { id: `q-${now.length}`, role: 'user', text: prompt }]);
    setWaiting(true);
    let text = '';
    for await (const piece of streamAnswer(prompt, asked, 'plain')) {
      text += piece;
      const answer: PastTurn = { id, role: 'assistant', text };
      setWaiting(false);
      setTurns((now) => [...now.filter((turn) => turn.id !== id), answer]);
    }
  }

  return (
    <div style={{ position: 'relative', height: '560px' }}>
      <MainContainer>
        <ChatContainer>
          <MessageList typingIndicator={waiting ? <TypingIndicator content="Nova is typing" /> : undefined}>
            {turns.map(({ id, role, text }) => (
              <Message
                key={id}
                model={{
                  message: text,
                  sender: role === 'user' ? 'You' : 'Nova',
                  direction: role === 'user' ? 'outgoing' : 'incoming',
                  position: 'single',
                  type: 'text',
                }}
              />
            ))}
          </MessageList>
          <MessageInput placeholder="Type message here" attachButton={false} onSend={(_html, text) => void ask(text)} />
        </ChatContainer>
      </MainContainer>
    </div>
  );
}

createRoot(root()).render(<App />);

watchTurns({
  answers: '.cs-message--incoming .cs-message__content',
  users: '.cs-message--outgoing .cs-message__content',
  format: 'plain',
});
