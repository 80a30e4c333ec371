/** The categories and the severity of a report, checked. */
import * as z from 'zod';
import { CATEGORIES, isPraise, PRAISE, SEVERITIES } from '../codes.ts';
import { MOST_CATEGORIES } from '../limits.ts';

/** Up to three different ones, the first leads; praise stands alone. */
export const categoriesSchema = z.lazy(() =>
  z
    .array(z.enum([...CATEGORIES, PRAISE]))
    .min(1)
    .max(MOST_CATEGORIES)
    .refine((categories) => new Set(categories).size === categories.length, { error: 'a category twice' })
    .refine((categories) => !isPraise(categories) || categories.length === 1, { error: 'praise stands alone' }),
);

export const severitySchema = z.lazy(() => z.enum(SEVERITIES));
