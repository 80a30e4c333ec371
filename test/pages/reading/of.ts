/** Small answers, and what a person sees of each. A kind has several instances, so that a rule is tested and not a page. */

export interface ReadingCase {
  kind: string;
  name: string;
  /** What stands in the answer; a `<style>` in it counts for the page. */
  html: string;
  want: string;
}

export const casesOf = (kind: string, cases: Record<string, readonly [html: string, want: string]>): ReadingCase[] =>
  Object.entries(cases).map(([name, [html, want]]) => ({ kind, name, html, want }));

export const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
