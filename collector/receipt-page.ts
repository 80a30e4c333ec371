/** The page that checks receipts, as the collector hands it out: the same file that is opened from a disk. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface ReceiptPage {
  html: string;
  /** What it may do: run its own script, and ask the server that it comes from for the keys. */
  policy: string;
}

/** It lies beside the source tree's documents, and so it does in the package. */
export function receiptPage(): ReceiptPage {
  const html = readFileSync(new URL('../docs/verify-receipt.html', import.meta.url), 'utf8');
  const inline = (tag: 'script' | 'style') => {
    const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(html) ?? [];
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  const policy = [
    `default-src 'none'`,
    `script-src ${inline('script')}`,
    `style-src ${inline('style')}`,
    `connect-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  return { html, policy };
}
