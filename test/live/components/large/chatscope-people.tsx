/** chatscope's chat kit between two people. */
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import {
  Avatar,
  ChatContainer,
  ConversationHeader,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
  TypingIndicator,
} from '@chatscope/chat-ui-kit-react';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { asked, root } from '../../../detect/runtime/page.ts';
import { reply, watchNobody } from '../../../detect/runtime/people.ts';
import { talk } from '../../../detect/words/people.ts';

const scene = talk(asked.lang);
const FACE = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';

function App() {
  const [lines, setLines] = useState([...scene.before]);
  const [typing, setTyping] = useState(false);
  const said = useRef(0);

  async function send(text: string): Promise<void> {
    setLines((now) => [...now, { mine: true, text }]);
    await reply(scene, said.current++, {
      typing: setTyping,
      says: (answer) => setLines((now) => [...now, { mine: false, text: answer }]),
    });
  }

  return (
    <div style={{ position: 'relative', height: '560px' }}>
      <MainContainer>
        <ChatContainer>
          <ConversationHeader>
            <Avatar src={FACE} name={scene.other} />
            <ConversationHeader.Content userName={scene.other} />
          </ConversationHeader>
          <MessageList typingIndicator={typing ? <TypingIndicator content={`${scene.other}…`} /> : undefined}>
            {lines.map(({ mine, text }, at) => (
              <Message
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
                key={at}
                model={{
                  message: text,
                  sender: mine ? 'me' : scene.other,
                  direction: mine ? 'outgoing' : 'incoming',
                  position: 'single',
                  type: 'text',
                }}
              />
            ))}
          </MessageList>
          <MessageInput placeholder="Type message here" onSend={(_html, text) => void send(text)} />
        </ChatContainer>
      </MainContainer>
    </div>
  );
}

watchNobody();
createRoot(root()).render(<App />);
