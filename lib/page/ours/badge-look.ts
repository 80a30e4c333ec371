import tones from '../../look/tones.css?inline';
import { SAID_CSS } from './said.ts';

/** The one size of every badge, in px: by a size that followed the label, a page's hit tests would tell statuses apart. */
export const BADGE_WIDTH = 148;
export const BADGE_HEIGHT = 24;
/** How far below the upper edge of what scrolls a badge stays: below the bar that most tools have there. */
const STICK = 60;

/** Look of the badges. Everything in px: `rem` would follow the page's own root size. */
export const BADGE_CSS = `${tones}${SAID_CSS}

.track { position: absolute; width: ${BADGE_WIDTH}px; pointer-events: none }
button {
  all: initial; pointer-events: auto; position: sticky; top: ${STICK}px; box-sizing: border-box; display: flex; align-items: center; gap: 5px;
  width: ${BADGE_WIDTH}px; height: ${BADGE_HEIGHT}px; padding: 0 9px 0 7px; border-radius: 12px; cursor: pointer; white-space: nowrap;
  font: 500 12px/1 system-ui, sans-serif;
  color: var(--tone-ink); background: var(--tone-paper); border: 1px solid var(--tone-line);
  box-shadow: 0 1px 2px #0000001f; user-select: none;
}
[data-said] { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis }
.sign { display: flex; flex: none; color: var(--tone-ink) }
button:hover { filter: brightness(.97) }
button:focus-visible { outline: 2px solid #1a5fd0; outline-offset: 2px }
svg { width: 14px; height: 14px; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round }
.mark { position: absolute; pointer-events: none; border: 3px solid #1a5fd0; border-radius: 8px; box-sizing: border-box;
  animation: fade 2.4s ease-out forwards }
@keyframes fade { 60% { opacity: 1 } to { opacity: 0 } }
@media (prefers-color-scheme: dark) {
  button:hover { filter: brightness(1.15) }
  button:focus-visible { outline-color: #7db2ff }
}
@media (prefers-reduced-motion: reduce) { .mark { animation-timing-function: steps(1) } }
@media print { button, .mark { display: none } }
`;
