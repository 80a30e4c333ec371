/** Names under which passages are highlighted in a page; their look stands in `public/marks.css`. */
import type { Severity } from '../domain/codes.ts';

export const markName = (severity: Severity): string => `countersign-${severity}`;
