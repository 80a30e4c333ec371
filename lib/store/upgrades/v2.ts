/** Version 2 adds what is known of sites. It changes no row of what was there. */
export const STORES_V2 = {
  sites: 'origin, usedAt',
  watches: 'pattern',
};
