/** What people are called where somebody reads it. */
import { expect, test } from 'vitest';
import { namesFrom, shortSubject } from '../../../../lib/domain/people/name.ts';

const GUID = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

test.each([
  ['ada@example.com', 'ada@example.com'],
  ['ada', 'ada'],
  ['giovanni.battista', 'giovanni.battista'],
  ['customer-service-team-north', 'customer-service-team-north'],
  [GUID, '7c9e6679-742…'],
  [GUID.toUpperCase(), '7C9E6679-742…'],
  ['00u1b2c3d4E5f6g7h8i9', '00u1b2c3d4E5…'],
  ['auth0|5f7c8ec7c33c6c004bbafe82', 'auth0|5f7c8e…'],
  ['103547991597142817347', '103547991597…'],
  ['AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ', 'AAAAAAAAAAAA…'],
  [`${'very-long-'.repeat(20)}@example.com`, `${'very-long-'.repeat(20)}@example.com`],
])('nobody has named %s', (subject, shown) => expect(shortSubject(subject)).toBe(shown));

test('a name where there is one; two who have the same, however it is written, are told apart', () => {
  const nameOf = namesFrom([
    { subject: GUID, name: 'Rita Rossi' },
    { subject: 'rita@example.com', name: 'rita  rossi' },
    { subject: 'luca', name: 'Luca' },
    { subject: 'lea', name: 'Lea\u200b Verdi' },
    { subject: 'lea2', name: 'Lea Verdi' },
  ]);
  expect(nameOf(GUID)).toBe('Rita Rossi (7c9e6679-742…)');
  expect(nameOf('rita@example.com')).toBe('rita  rossi (rita@example.com)');
  expect(nameOf('luca')).toBe('Luca');
  expect(nameOf('lea2')).toBe('Lea Verdi (lea2)');
  expect(nameOf('who@example.com')).toBe('who@example.com');
});

test('nobody passes for another by having that one’s subject as a name', () => {
  const nameOf = namesFrom([
    { subject: 'root', name: 'Ruth' },
    { subject: 'eve', name: 'ROOT' },
  ]);
  expect(nameOf('eve')).toBe('ROOT (eve)');
  expect(nameOf('root')).toBe('Ruth');
});
