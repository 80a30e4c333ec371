/** The way of others, to compare with: in every answer a host element with a shadow root and a React root of its own. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const CSS = `button { all: initial; display: inline-flex; gap: 5px; height: 24px; padding: 0 9px; border: 1px solid #b7c0cc;
  border-radius: 12px; font: 500 12px/24px system-ui; color: #3d4653; background: #fff; cursor: pointer }
button:hover { filter: brightness(.97) } svg { width: 14px; height: 24px; fill: none; stroke: currentColor; stroke-width: 2 }`;

function Badge() {
  const [open, setOpen] = useState(false);
  return (
    <button type="button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 8v4M12 16h.01" />
      </svg>
      Not reviewed
    </button>
  );
}

Object.assign(window, {
  mountReactRoots(): number {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    const turns = document.querySelectorAll('[data-turn="assistant"] .markdown');
    for (const turn of turns) {
      const host = document.createElement('div');
      const shadow = host.attachShadow({ mode: 'closed' });
      shadow.adoptedStyleSheets = [sheet];
      const place = document.createElement('div');
      shadow.append(place);
      turn.append(host);
      createRoot(place).render(<Badge />);
    }
    return turns.length;
  },
});
