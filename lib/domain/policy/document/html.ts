/** A document as one HTML file that opens and prints anywhere: no script, no address outside itself. */
import type { Block, PolicyDocument } from './blocks.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
/** Lines that the writer made stay lines. */
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const STYLE = `
  :root { color-scheme: light; font: 11pt/1.5 "Segoe UI", system-ui, sans-serif; }
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c22; background: #fff; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin-bottom: .25rem; }
  h2 { font-size: 1.25rem; margin-top: 2rem; border-bottom: 1px solid #c9c9d2; break-after: avoid; }
  h3 { font-size: 1.05rem; margin-top: 1.5rem; break-after: avoid; }
  .line { color: #55555f; }
  table { width: 100%; border-collapse: collapse; font-size: .92em; }
  th, td { border: 1px solid #c9c9d2; padding: .35rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
  dl { display: grid; grid-template-columns: minmax(9rem, 1fr) 3fr; gap: .3rem 1rem; }
  dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
  @page { margin: 18mm; }`;

/** Every word of the policy is text here, whatever stands in it. */
export function documentAsHtml({ language, title, line, blocks }: PolicyDocument): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}
</style></head>
<body><h1>${escaped(title)}</h1>
<p class="line">${escaped(line)}</p>
${blocks.map(blockAsHtml).join('\n')}
</body></html>
`;
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${lines(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${block.rows.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${lines(value)}</dd>`).join('')}</dl>`;
    case 'table':
      return `<table><thead><tr>${block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;
  }
}
