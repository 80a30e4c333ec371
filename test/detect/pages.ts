/** All labelled pages. */
import { componentEntries, componentPages } from './components.ts';
import type { LabelledPage, Lang } from './contract.ts';

export interface Html {
  title: string;
  body: string;
}

export function labelledPages(): LabelledPage[] {
  return [...componentPages()];
}

/** Which names are served with a script, and the entry it is built from. */
export function bundled(): Map<string, string> {
  return new Map([...componentEntries()]);
}

export function plainHtml(_name: string, _lang: Lang): Html | undefined {
  return undefined;
}
