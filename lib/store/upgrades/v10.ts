/**
 * Version 10: what waits and stands aside is found by why, and what is to be looked at again by when. No row of an earlier
 * version does either.
 */
export const STORES_V10 = {
  outputs:
    'hash, outputId, status, updatedAt, *reportIds, *waitingIds, [line.grave+line.since], line.since, [line.heft+line.since], *line.facets, [aside.kind+aside.at], wakesAt',
};
