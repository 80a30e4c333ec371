/** What the two vue-advanced-chat pages share: the element, one room, its messages. */
import { type Message, register, type VueAdvancedChat } from 'vue-advanced-chat';
import { root } from '../../detect/runtime/page.ts';

interface Sent {
  roomId: string;
  content: string;
}

interface Room {
  add(senderId: string, content: string): string;
  change(id: string, content: string): void;
  typing(userId: string, on: boolean): void;
  onSend(then: (text: string) => void): void;
}

const SETTINGS = {
  height: '560px',
  'current-user-id': 'me',
  'rooms-loaded': 'true',
  'single-room': 'true',
  // By default the picker fetches its list from elsewhere.
  'emoji-data-source': '/emoji.json',
  rooms: '[]',
  messages: '[]',
};

/** The component keeps its own copies: every change hands it new arrays, as its notes ask for. */
export function openRoom(name: string, before: readonly { mine: boolean; text: string }[]): Room {
  register();
  const chat = document.createElement('vue-advanced-chat') as unknown as VueAdvancedChat & HTMLElement;
  let messages: Message[] = [];
  const users = [
    { _id: 'me', username: 'Me', avatar: '', status: { state: 'online' as const, lastChanged: '' } },
    { _id: 'other', username: name, avatar: '', status: { state: 'online' as const, lastChanged: '' } },
  ];
  const show = (typingUsers: string[] = []): void => {
    const rooms = [{ roomId: 'room', roomName: name, avatar: '', users, typingUsers }];
    Object.assign(chat, { rooms });
  };
  const add = (senderId: string, content: string): string => {
    const id = `m-${messages.length}`;
    messages = [...messages, { _id: id, senderId, content, date: '12 May', timestamp: '10:20' }];
    Object.assign(chat, { messages });
    return id;
  };
  for (const [attribute, value] of Object.entries(SETTINGS)) chat.setAttribute(attribute, value);
  root().append(chat);
  // As over a network: set at once, the component would mount twice.
  chat.addEventListener('fetch-messages', () =>
    setTimeout(() => Object.assign(chat, { messages, messagesLoaded: true })),
  );
  for (const { mine, text } of before) add(mine ? 'me' : 'other', text);
  show();
  return {
    add,
    change(id, content) {
      messages = messages.map((message) => (message._id === id ? { ...message, content } : message));
      Object.assign(chat, { messages });
    },
    typing: (userId, on) => show(on ? [userId] : []),
    onSend: (then) =>
      chat.addEventListener('send-message', (event) =>
        then((event as unknown as CustomEvent<Sent[]>).detail[0]?.content ?? ''),
      ),
  };
}
