/** Ant Design X: bubbles with Markdown and a sender, messages kept by the application. */
import { Bubble, type BubbleItemType, Sender } from '@ant-design/x';
import XMarkdown from '@ant-design/x-markdown';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { streamAnswer } from '../../../detect/runtime/model.ts';
import { asked, root } from '../../../detect/runtime/page.ts';
import { type PastTurn, pastTurns } from '../../../detect/runtime/params.ts';
import { watchTurns } from '../../../detect/runtime/watch.ts';

const roles = {
  assistant: { placement: 'start' as const, contentRender: (content: string) => <XMarkdown content={content} /> },
  user: { placement: 'end' as const },
};

function App() {
  const [turns, setTurns] = useState<PastTurn[]>(pastTurns(asked, 'markdown'));
  const [draft, setDraft] = useState('');
  const [waiting, setWaiting] = useState(false);

  async function ask(prompt: string): Promise<void> {
    setDraft('');
    setWaiting(true);
    const id = `a-${turns.length}`;
    setTurns((now) => [...now, { id: `q-${now.length}`, role: 'user', text: prompt }]);
    let text = '';
    for await (const piece of streamAnswer(prompt, asked, 'markdown')) {
      text += piece;
      const answer: PastTurn = { id, role: 'assistant', text };
      setTurns((now) => [...now.filter((turn) => turn.id !== id), answer]);
    }
    setWaiting(false);
  }

  const items: BubbleItemType[] = turns.map(({ id, role, text }) => ({ key: id, role, content: text }));
  if (waiting && turns.at(-1)?.role === 'user')
    items.push({ key: 'wait', role: 'assistant', content: '', loading: true });
  return (
    <>
      <Bubble.List items={items} role={roles} style={{ height: 520 }} autoScroll />
      <Sender value={draft} onChange={setDraft} onSubmit={ask} loading={waiting} />
    </>
  );
}

createRoot(root()).render(<App />);

watchTurns({
  answers: '.ant-bubble-start .ant-bubble-content',
  users: '.ant-bubble-end .ant-bubble-content',
  format: 'markdown',
});
