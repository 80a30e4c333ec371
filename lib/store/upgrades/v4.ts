/**
 * Version 4 adds the index by which a text is recognised elsewhere. It changes no row of what was there; the outputs that are
 * stored already are put into the index by the background a few at a time (`fillFingerprints`), so that nothing waits for it.
 */
export const STORES_V4 = {
  fingerprints: '++ordinal, &hash, at',
  postings: 'bucket',
};
