import { ExternalLink } from 'lucide-react';
import { i18n } from '#i18n';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Whether an address is one that may be followed: never `javascript:`, `data:` or a browser's own page. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** A link that leaves the extension. An address that is not of the web is shown as text. */
export function OutsideLink({ url, label }: { url: string; label: string }) {
  if (!isWebAddress(url)) return <span>{label}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {label} <ExternalLink size={12} aria-hidden />
      <VisuallyHidden> ({i18n.t('common.newWindow')})</VisuallyHidden>
    </a>
  );
}
