/** How words are painted in a page without being text in it: no `window.find`, no selection and no copy reaches them. */
export const SAID_CSS = `
[data-said]::before { content: attr(data-said); white-space: pre-line; unicode-bidi: plaintext }
`;
