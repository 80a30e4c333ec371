import type { ToolProfile } from './profile.ts';

export const poe: ToolProfile = {
  id: 'poe',
  name: 'Poe',
  checkedAt: '2026-11-22',
  // Class names end in a hash that every build changes.
  match: { hosts: ['poe.com'], markers: ['[class*="ChatMessage_chatMessage"] [class*="leftSideMessageBubble"]'] },
  turn: [
    '[class*="ChatMessage_chatMessage"]:not(:has([class*="rightSideMessageBubble"]))',
    '[class*="leftSideMessageBubble"]',
  ],
  prose: [':is([class*="Markdown_markdownContainer"], [class*="Message_messageTextContainer"])'],
  exclude: [
    '[class*="LeftSideMessageHeader"]',
    '[class*="MessageOverflowActions"]',
    '[class*="messageMetadataContainer"]',
  ],
  user: ['[class*="rightSideMessageBubble"]'],
  streaming: ['[data-complete="false"]'],
  model: ['[class*="BotHeader_textContainer"] p'],
  conversation: ['^/(?:chat|s)/([0-9A-Za-z]{8,})'],
};
