/** react-chatbot-kit: a parser hands what was typed to an action provider, which adds the answer whole. */
import {
  Children,
  type ComponentType,
  cloneElement,
  type Dispatch,
  type ReactElement,
  type ReactNode,
  type SetStateAction,
} from 'react';
import { createChatBotMessage, createClientMessage, Chatbot as UntypedChatbot } from 'react-chatbot-kit';
import 'react-chatbot-kit/build/main.css';
import { createRoot } from 'react-dom/client';
import { streamAnswer } from '../../detect/runtime/model.ts';
import { asked, root } from '../../detect/runtime/page.ts';
import { pastTurns } from '../../detect/runtime/params.ts';
import { watchTurns } from '../../detect/runtime/watch.ts';

type ChatbotProps = Parameters<typeof UntypedChatbot>[0];

/** Its types name an older `JSX.Element` than React's own. */
const Chatbot = UntypedChatbot as unknown as ComponentType<ChatbotProps>;

type BotMessage = ReturnType<typeof createChatBotMessage>;

interface ChatState {
  messages: BotMessage[];
}

interface ProviderProps {
  createChatBotMessage: typeof createChatBotMessage;
  setState: Dispatch<SetStateAction<ChatState>>;
  children?: ReactNode;
}

interface Actions {
  answer(prompt: string): Promise<void>;
}

function ActionProvider({ createChatBotMessage: create, setState, children }: ProviderProps) {
  const actions: Actions = {
    async answer(prompt) {
      let text = '';
      for await (const piece of streamAnswer(prompt, { ...asked, whole: true }, 'plain')) text += piece;
      const message = create(text, { delay: 0 });
      setState((state) => ({ ...state, messages: [...state.messages, message] }));
    },
  };
  return (
    <div>
      {Children.map(children, (child) => cloneElement(child as ReactElement<{ actions: Actions }>, { actions }))}
    </div>
  );
}

function MessageParser({ children, actions }: { children?: ReactNode; actions?: Actions }) {
  const parse = (message: string): void => {
    actions?.answer(message).catch(console.error);
  };
  return (
    <div>
      {Children.map(children, (child) =>
        cloneElement(child as ReactElement<{ parse: typeof parse; actions?: Actions }>, { parse, actions }),
      )}
    </div>
  );
}

const greeting = asked.lang === 'it' ? 'Ciao, sono il bot del magazzino.' : 'Hi, I am the bot of the stock room.';
const config = { botName: 'StockBot', initialMessages: [createChatBotMessage(greeting, {})] };
const before = pastTurns(asked, 'plain').map(({ role, text }) =>
  role === 'user' ? createClientMessage(text, {}) : createChatBotMessage(text, {}),
);

createRoot(root()).render(
  <Chatbot
    config={config}
    actionProvider={ActionProvider}
    messageParser={MessageParser}
    {...(before.length ? { messageHistory: before } : {})}
  />,
);

watchTurns({
  answers: '.react-chatbot-kit-chat-bot-message',
  users: '.react-chatbot-kit-user-chat-message',
  format: 'plain',
});
