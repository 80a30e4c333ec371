/** A conversation that React draws and draws again. Runs in the page. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Answer, place } from './page.ts';

function Conversation({ first }: { first: Answer[] }) {
  const [answers, setAnswers] = useState(first);
  window.draw = (next) => flushSync(() => setAnswers(next));
  return answers.map(({ id, paragraphs }) => (
    <article key={id} data-testid="conversation-turn-2" data-turn="assistant">
      <div data-message-author-role="assistant" data-message-id={id} data-message-model-slug="m">
        <div className="markdown prose">
          {paragraphs.map((words, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as many pages do, so that React changes text in place
            <p key={at}>{words}</p>
          ))}
        </div>
      </div>
    </article>
  ));
}

createRoot(place()).render(<Conversation first={[]} />);
