import { SAID_CSS } from './said.ts';

/** The one size of every badge, in px: by a size that followed the label, a page's hit tests would tell statuses apart. */
export const BADGE_WIDTH = 148;
const HEIGHT = 24;

/** Look of the badges. Everything in px: `rem` would follow the page's own root size. */
export const BADGE_CSS = `${SAID_CSS}

button {
  all: initial; position: absolute; box-sizing: border-box; display: flex; align-items: center; gap: 5px;
  width: ${BADGE_WIDTH}px; height: ${HEIGHT}px; padding: 0 9px 0 7px; border-radius: 12px; cursor: pointer; white-space: nowrap;
  font: 500 12px/1 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line);
  box-shadow: 0 1px 2px #0000001f; user-select: none;
  --ink: #3d4653; --paper: #fff; --line: #b7c0cc;
}
[data-said] { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis }
button:hover { filter: brightness(.97) }
button:focus-visible { outline: 2px solid #1a5fd0; outline-offset: 2px }
svg { width: 14px; height: 14px; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round }
[data-status=reported] { --ink: #7a4300; --paper: #fff6e6; --line: #dba25a }
[data-status=approved], [data-status=approved_with_notes] { --ink: #11603a; --paper: #eaf7ef; --line: #7dbd98 }
[data-status=modified] { --ink: #1b4f93; --paper: #ebf3fd; --line: #86b0e5 }
[data-status=blocked] { --ink: #a01722; --paper: #fdeced; --line: #e08b92 }
[data-status=escalated] { --ink: #6b2a91; --paper: #f6edfb; --line: #bd92d8 }
.mark { position: absolute; pointer-events: none; border: 3px solid #1a5fd0; border-radius: 8px; box-sizing: border-box;
  animation: fade 2.4s ease-out forwards }
@keyframes fade { 60% { opacity: 1 } to { opacity: 0 } }
@media (prefers-color-scheme: dark) {
  button { --ink: #c9d1db; --paper: #23282f; --line: #4d5763 }
  button:hover { filter: brightness(1.15) }
  button:focus-visible { outline-color: #7db2ff }
  [data-status=reported] { --ink: #ffcf8a; --paper: #3a2a12; --line: #8a6223 }
  [data-status=approved], [data-status=approved_with_notes] { --ink: #93dfb4; --paper: #14301f; --line: #2f7a50 }
  [data-status=modified] { --ink: #a9cdfb; --paper: #16283f; --line: #3a689f }
  [data-status=blocked] { --ink: #ffb0b5; --paper: #3d171b; --line: #95404a }
  [data-status=escalated] { --ink: #dcb5f3; --paper: #2f1a3d; --line: #78489a }
}
@media (prefers-reduced-motion: reduce) { .mark { animation-timing-function: steps(1) } }
@media print { button, .mark { display: none } }
`;

/** Icons as SVG path data (24 x 24), one a status: the status is never said by colour alone. */
export const STATUS_PATHS: Record<string, string> = {
  unreviewed: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 8v4M12 16h.01',
  reported: 'M5 21V4M5 4h13l-3 4.5L18 13H5',
  approved: 'M20 6 9 17l-5-5',
  approved_with_notes: 'M14 6 6 15l-3-3M13 19h8M17 15h4',
  modified: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4',
  blocked: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM6 6l12 12',
  escalated: 'M12 20V5M5 12l7-7 7 7',
};
