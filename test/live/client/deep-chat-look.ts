/** How answers look inside the component's shadow root, which the page's own style sheet does not reach. */
export const answerSheet = `
#messages { padding: 8px 0 12px; }
::-webkit-scrollbar-thumb { background-color: var(--line); }
::-webkit-scrollbar-track { background-color: transparent; }
.inner-message-container { width: min(780px, calc(100% - 48px)) !important; }
.ai-message-text { width: 100% !important; }
.message-bubble > :first-child { margin-top: 0; }
.message-bubble > :last-child { margin-bottom: 0; }
.message-bubble p { margin: 0 0 12px; }
.message-bubble h2 { font-size: 19px; line-height: 1.3; margin: 0 0 12px; }
.message-bubble ul, .message-bubble ol { margin: 0 0 12px; padding-inline-start: 28px; }
.message-bubble li { margin: 4px 0; }
.message-bubble a { color: var(--accent); text-underline-offset: 2px; }
.message-bubble blockquote { margin: 0 0 12px; padding: 2px 0 2px 16px; border-inline-start: 3px solid var(--line); color: var(--soft); }
.message-bubble table { border-collapse: collapse; margin: 0 0 14px; font-size: 14px; line-height: 1.45; font-variant-numeric: tabular-nums; }
.message-bubble th, .message-bubble td { padding: 7px 14px; border-block-end: 1px solid var(--line); text-align: start; }
.message-bubble th { color: var(--soft); font-weight: 600; }
.message-bubble pre { margin: 0 0 14px; padding: 14px 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--code); color: var(--text); overflow-x: auto; width: auto; }
.message-bubble code { font: 13px/1.55 var(--mono); color: inherit; }
.message-bubble :not(pre) > code { padding: 1px 5px; border-radius: 5px; background: var(--code); }
`;
