/**
 * Version 7: what waits at a gate is found by its ids. No row has any yet: before this version no policy with processes was in
 * force.
 */
export const STORES_V7 = { outputs: 'hash, outputId, status, updatedAt, *reportIds, *waitingIds' };
