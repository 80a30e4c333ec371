/** Look of the picker and of what it says. In px: `rem` would follow the page's own root size. */
export const PICKER_CSS = `:host { all: initial !important; position: fixed !important; inset: 0 !important; z-index: 2147483600 !important;
  pointer-events: none !important; display: block !important }
.box { position: fixed; box-sizing: border-box; pointer-events: none; border: 2px solid var(--line); border-radius: 6px;
  background: var(--wash); display: none }
.bar { position: fixed; left: 50%; bottom: 20px; transform: translateX(-50%); pointer-events: auto; box-sizing: border-box;
  max-width: min(560px, calc(100vw - 24px)); padding: 12px 14px; border-radius: 12px; background: var(--paper);
  color: var(--ink); border: 1px solid var(--edge); box-shadow: 0 6px 24px rgb(0 0 0 / .25);
  font: 400 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere }
.bar:focus { outline: none }
p { margin: 0 }
.hint { color: var(--soft); font-size: 12px; margin-top: 4px }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px }
button { all: initial; box-sizing: border-box; min-height: 30px; padding: 5px 12px; border-radius: 8px; cursor: pointer;
  font: 500 13px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--paper);
  border: 1px solid var(--edge) }
button.primary { background: var(--line); color: var(--on); border-color: var(--line) }
button:focus-visible { outline: 2px solid var(--line); outline-offset: 2px }
:host { --paper: #fff; --ink: #1d2530; --soft: #566170; --edge: #b7c0cc; --line: #1d5b87; --on: #fff; --wash: rgb(29 91 135 / .1) }
@media (prefers-color-scheme: dark) {
  :host { --paper: #23282f; --ink: #e6ebf1; --soft: #a9b4c0; --edge: #4d5763; --line: #86c0e8; --on: #0c2233; --wash: rgb(134 192 232 / .16) }
}
@media print { :host { display: none !important } }
`;
