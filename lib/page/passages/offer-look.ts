import { SAID_CSS } from '../ours/said.ts';

/** The one size of the bar, in px: the longest words of a language and a key have room. */
export const OFFER_WIDTH = 290;
export const OFFER_HEIGHT = 30;

/** Look of the bar at a selection. It stands above the page, also above its dialogs, and takes no room in it. */
export const OFFER_CSS = `${SAID_CSS}
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; background: none !important;
  z-index: 2147483100 !important; display: block !important; --paper: #fff; --ink: #1d2530; --soft: #566170; --line: #8d99a8; --focus: #1a5fd0 }
button { all: initial; position: fixed; box-sizing: border-box; display: flex; align-items: center; gap: 6px; width: ${OFFER_WIDTH}px;
  height: ${OFFER_HEIGHT}px; padding: 0 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--ink);
  box-shadow: 0 4px 14px rgb(0 0 0 / .22); cursor: pointer; white-space: nowrap; user-select: none;
  font: 500 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
button:hover { border-color: var(--focus) }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
svg { width: 14px; height: 14px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
[data-said] { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis }
[data-said]::before { white-space: nowrap }
.key { flex: none; color: var(--soft); font-size: 12px }
@media (prefers-color-scheme: dark) {
  :host { --paper: #23282f; --ink: #e6ebf1; --soft: #a9b4c0; --line: #5b6673; --focus: #7db2ff }
}
@media print { :host { display: none !important } }
`;
