/** What verification can find. */

/** What can be wrong with a log. */
export type FindingKind =
  | 'changed'
  | 'left_out'
  | 'out_of_order'
  | 'added'
  | 'truncated'
  | 'content_changed'
  | 'content_missing'
  | 'content_back'
  | 'content_stray'
  | 'column_changed'
  | 'retention_changed'
  | 'token_added'
  | 'token_changed'
  | 'token_missing'
  | 'people_changed'
  | 'policy_added'
  | 'policy_changed'
  | 'policy_missing'
  | 'judged_changed'
  | 'author_changed'
  | 'head_differs'
  | 'signature_invalid'
  | 'unreadable';

export interface Finding {
  kind: FindingKind;
  /** Number of the row, 16 digits; of an unreadable line its line number in words. */
  sequence?: string;
  detail: string;
}
