/** n8n's chat widget, filling the page, against a webhook that streams. */
import '@n8n/chat/style.css';
import { createChat } from '@n8n/chat';
import { asked, root } from '../../detect/runtime/page.ts';
import { watchTurns } from '../../detect/runtime/watch.ts';

root().style.height = '600px';
createChat({
  webhookUrl: `/answers/n8n${location.search}`,
  target: '#root',
  mode: 'fullscreen',
  showWelcomeScreen: false,
  loadPreviousSession: asked.history > 0,
  enableStreaming: !asked.whole,
});

watchTurns({
  answers: '.chat-message-from-bot .chat-message-markdown',
  users: '.chat-message-from-user .chat-message-markdown',
  format: 'markdown',
});
