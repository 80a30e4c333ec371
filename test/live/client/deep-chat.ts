/** The customer desk: deep-chat, a web component with an open shadow root. */
import type { DeepChat } from 'deep-chat';
import { answerSheet } from './deep-chat-look.ts';
import { begun, connect, settingsOf } from './page.ts';

const BUNDLE = '/vendor/deep-chat/deepChat.bundle.js';
const settings = settingsOf('deep-chat');
await import(BUNDLE);

const chat = document.createElement('deep-chat') as DeepChat;
// The component looks for a font here, and asks for one on the internet where there is none.
Object.assign(chat.style, {
  width: '100%',
  height: '100%',
  border: 'none',
  backgroundColor: 'transparent',
  fontFamily: 'var(--font)',
});
chat.connect = { url: settings.endpoint, method: 'POST', stream: true };
chat.history = settings.history.flatMap(({ prompt, answer }) => [
  { role: 'user', text: prompt },
  { role: 'ai', text: answer },
]);
chat.maxVisibleMessages = 100_000;
chat.textInput = {
  placeholder: { text: settings.placeholder, style: { color: 'var(--quiet)' } },
  styles: {
    container: {
      width: 'min(780px, calc(100% - 48px))',
      margin: '8px 0 12px',
      border: '1px solid var(--line)',
      borderRadius: '14px',
      backgroundColor: 'var(--raised)',
      boxShadow: 'var(--shadow)',
    },
    text: { color: 'var(--text)', padding: '13px 52px 13px 16px', fontSize: '15px', lineHeight: '1.4' },
    focus: { border: '1px solid var(--accent)' },
  },
};
const icon = { svg: { styles: { default: { filter: 'var(--icon-filter)', bottom: '0.92em', right: '0.5em' } } } };
chat.submitButtonStyles = { submit: icon, stop: { container: { default: { bottom: '1.15em', right: '0.55em' } } } };
chat.messageStyles = {
  default: {
    shared: { bubble: { maxWidth: '100%', fontSize: '15px', lineHeight: '1.55', padding: '0' } },
    user: {
      bubble: {
        maxWidth: '78%',
        marginTop: '18px',
        padding: '10px 16px',
        borderRadius: '16px 16px 4px 16px',
        backgroundColor: 'var(--mine)',
        color: 'var(--text)',
      },
    },
    ai: { bubble: { marginTop: '14px', backgroundColor: 'transparent', color: 'var(--text)' } },
  },
};
chat.auxiliaryStyle = answerSheet;
chat.onMessage = begun;
document.querySelector('#chat')?.append(chat);

connect((prompt) => chat.submitUserMessage({ text: prompt }));
