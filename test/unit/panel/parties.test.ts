/** Which roles and groups the form of the rules offers. */
import { expect, test } from 'vitest';
import { groupsIn, rolesIn } from '../../../components/policy/form/parties.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';

test('roles by their names, groups wherever the rules name one; what is half written is none', () => {
  const draft: Json = {
    roles: [
      { id: 'desk', name: 'Desk', members: ['person:luca', 'group:legal'] },
      { id: 'new' },
      { name: 'no id' },
      null,
    ],
    processes: [{ owner: 'group:ops', authority: { approve: ['role:desk', 'group:legal', 'group:'] } }],
  };
  expect(rolesIn(draft)).toEqual([
    { id: 'desk', name: 'Desk' },
    { id: 'new', name: 'new' },
  ]);
  expect([...new Set(groupsIn(draft))].sort()).toEqual(['legal', 'ops']);
  for (const nothing of [{}, { roles: 'desk' }, null] as Json[])
    expect([rolesIn(nothing), groupsIn(nothing)]).toEqual([[], []]);
});
