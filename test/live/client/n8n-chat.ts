/** The operations desk: the chat of n8n, a Vue application in the page's own tree. */
import { begun, connect, settingsOf } from './page.ts';

interface ChatMessage {
  id: string;
  sender: 'user' | 'bot';
  text: string;
}

/** What this page uses of the published bundle, whose own types are not where its package says. */
interface N8nChat {
  createChat(options: {
    webhookUrl: string;
    target: string;
    mode: 'fullscreen';
    loadPreviousSession: boolean;
    enableStreaming: boolean;
    initialMessages: string[];
    messageHistory: ChatMessage[];
    i18n: { en: Record<'title' | 'subtitle' | 'inputPlaceholder', string> };
    beforeMessageSent(): void;
  }): { config: { globalProperties: { $chat: { sendMessage(text: string): Promise<unknown> } } } };
}

const BUNDLE = '/vendor/n8n-chat/chat.bundle.es.js';
const settings = settingsOf('n8n-chat');
const { createChat } = (await import(BUNDLE)) as N8nChat;

const app = createChat({
  webhookUrl: settings.endpoint,
  target: '#chat',
  mode: 'fullscreen',
  loadPreviousSession: false,
  enableStreaming: true,
  initialMessages: [],
  messageHistory: settings.history.flatMap(({ prompt, answer }, index): ChatMessage[] => [
    { id: `past-${index}-user`, sender: 'user', text: prompt },
    { id: `past-${index}-bot`, sender: 'bot', text: answer },
  ]),
  i18n: { en: { title: document.title, subtitle: '', inputPlaceholder: settings.placeholder } },
  beforeMessageSent: begun,
});
if (settings.history.length > 0) begun();

const { $chat } = app.config.globalProperties;
connect((prompt) => {
  $chat.sendMessage(prompt).catch(console.error);
});
