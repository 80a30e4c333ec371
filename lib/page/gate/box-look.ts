import tones from '../../look/tones.css?inline';
import { SAID_CSS } from '../ours/said.ts';

export const BOX_WIDTH = 340;

/** Look of what is said at the gate. What is hidden keeps its layout: who waits for it does not wait for that. */
export const BOX_CSS = `${tones}${SAID_CSS}
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; background: none !important;
  z-index: 2147483200 !important; display: block !important }
.gate { --paper: #fff; --ink: #1d2530; --soft: #566170; --line: #1d5b87; --on: #fff;
  color-scheme: light dark; position: fixed; box-sizing: border-box; width: min(${BOX_WIDTH}px, calc(100vw - 16px)); max-height: calc(100vh - 16px);
  padding: 12px 14px; border-radius: 12px; overflow-y: auto; background: var(--paper); color: var(--ink); border: 1px solid var(--tone-line);
  border-inline-start: 4px solid var(--tone-line); box-shadow: 0 6px 24px rgb(0 0 0 / .22); display: flex; flex-direction: column; gap: 6px;
  font: 400 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; letter-spacing: 0; text-align: start }
.gate[hidden], .gate[hidden] * { visibility: hidden !important }
.title { display: flex; align-items: center; gap: 6px; font-weight: 650; font-size: 14px; color: var(--tone-ink); padding-inline-end: 28px }
.more { color: var(--soft) }
svg { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.acts { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 4px }
.acts:empty { display: none }
button { all: initial; box-sizing: border-box; min-height: 28px; padding: 4px 10px; border-radius: 8px; cursor: pointer; max-width: 100%;
  font: 500 13px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--line); background: none; border: 1px solid currentColor }
button.first { color: var(--on); background: var(--line); border-color: var(--line) }
button.close { position: absolute; top: 8px; inset-inline-end: 8px; width: 26px; min-height: 26px; padding: 5px; border: 0; color: var(--soft) }
button:disabled { opacity: .55; cursor: default }
button:focus-visible { outline: 2px solid var(--line); outline-offset: 2px }
@media (prefers-color-scheme: dark) {
  .gate { --paper: #23282f; --ink: #e6ebf1; --soft: #a9b4c0; --line: #86c0e8; --on: #0c2233 }
}
@media (forced-colors: active) {
  .gate { border-color: CanvasText }
  button { border: 1px solid ButtonBorder !important; color: ButtonText }
  button.first { forced-color-adjust: none; background: Highlight; color: HighlightText }
}
@media print { :host { display: none !important } }
`;
