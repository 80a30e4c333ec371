/** What a person can have erased: by age, of one person, of one output, or everything. */
export const ERASE_KINDS = ['older', 'person', 'output', 'all'] as const;
export type EraseKind = (typeof ERASE_KINDS)[number];
