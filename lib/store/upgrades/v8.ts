/** Version 8 adds what the people of the team are called, by their subjects. The collector tells it with the next round. */
export const STORES_V8 = { people: 'subject' };
