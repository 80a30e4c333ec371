import tones from '../../look/tones.css?inline';
import { SAID_CSS } from '../ours/said.ts';

/** The one size of the notice, in px: it is the same whether a text was recognised or not, and whatever is said of it. */
export const NOTICE_WIDTH = 320;
export const NOTICE_HEIGHT = 108;

/**
 * Look of the notice. It takes no pointer events: a page's hit tests cannot tell whether it is to be seen. Unseen it is all but
 * transparent, so that it covers what lies below it just the same.
 */
export const NOTICE_CSS = `${tones}${SAID_CSS}
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; background: none !important;
  z-index: 2147483200 !important; pointer-events: none !important; display: block !important;
  --paper: #fff; --ink: #1d2530; --soft: #566170; --line: #1d5b87; --on: #fff }
.notice { position: fixed; box-sizing: border-box; width: ${NOTICE_WIDTH}px; height: ${NOTICE_HEIGHT}px; padding: 10px 12px; border-radius: 12px;
  background: var(--paper); color: var(--ink); border: 1px solid var(--tone-line); border-inline-start: 4px solid var(--tone-line);
  box-shadow: 0 6px 24px rgb(0 0 0 / .22); display: none; flex-direction: column; gap: 3px; overflow: hidden;
  font: 400 13px/1.35 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; letter-spacing: 0 }
.notice[data-up] { display: flex; opacity: .01 }
.notice[data-up][data-known] { opacity: 1 }
.notice > * { display: none }
.notice[data-known] > * { display: block }
.from { color: var(--soft); padding-inline-end: 26px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.status { display: flex !important; align-items: center; gap: 6px; font-weight: 600; color: var(--tone-ink); overflow: hidden; white-space: nowrap }
.notice:not([data-known]) > .status { display: none !important }
.status [data-said] { overflow: hidden; text-overflow: ellipsis }
svg { width: 15px; height: 15px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.why { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.notice[data-known] > .buttons { display: flex; gap: 8px; margin-top: auto }
button { all: initial; pointer-events: none; box-sizing: border-box; min-height: 26px; padding: 3px 10px; border-radius: 8px;
  font: 500 13px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--on); background: var(--line); border: 1px solid var(--line);
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 280px }
button.close { position: absolute; top: 6px; inset-inline-end: 6px; width: 24px; min-height: 24px; padding: 4px; background: none; border: 0; color: var(--soft) }
button[hidden] { display: none }
button:focus-visible { outline: 2px solid var(--line); outline-offset: 2px }
@media (prefers-color-scheme: dark) {
  :host { --paper: #23282f; --ink: #e6ebf1; --soft: #a9b4c0; --line: #86c0e8; --on: #0c2233 }
}
@media print { :host { display: none !important } }
`;
