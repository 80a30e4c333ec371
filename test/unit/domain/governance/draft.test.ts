/** A policy while it is written: any part changed, taken away and compared, and nothing else touched. */
import { describe, expect, test } from 'vitest';
import {
  addedAt,
  differencesOf,
  freeId,
  type Json,
  movedAt,
  readAt,
  removedAt,
  writeAt,
} from '../../../../lib/domain/policy/writing/draft.ts';
import { fc } from '../../property.ts';

const DRAFT: Json = {
  format: 2,
  version: '1',
  organisation: { name: 'Acme' },
  processes: [
    { id: 'faq', name: 'FAQ', gate: { mode: 'evaluate' }, checklist: [{ id: 'a', text: 'A' }] },
    { id: 'mail', name: 'Mail', gate: { mode: 'active' } },
  ],
};

describe('changing', () => {
  test('a field is changed where it stands, and nothing else is', () => {
    const next = writeAt(DRAFT, ['processes', 1, 'gate', 'mode'], 'off');
    expect(readAt(next, ['processes', 1, 'gate', 'mode'])).toBe('off');
    expect(readAt(next, ['processes', 0])).toBe(readAt(DRAFT, ['processes', 0]));
    expect(Object.keys(next as object)).toEqual(Object.keys(DRAFT as object));
  });

  test('an object goes with its last field, a thing in a list stays', () => {
    expect(writeAt(DRAFT, ['organisation', 'name'], undefined)).not.toHaveProperty('organisation');
    expect(
      readAt(writeAt(DRAFT, ['processes', 0, 'checklist', 0, 'text'], undefined), ['processes', 0, 'checklist']),
    ).toEqual([{ id: 'a' }]);
  });

  test('a field is made with all that it stands in', () => {
    expect(readAt(writeAt(DRAFT, ['privacy', 'perPerson', 'agreement'], '12/2026'), ['privacy'])).toEqual({
      perPerson: { agreement: '12/2026' },
    });
  });

  test('what is read at a path is what was written there, whatever stood there before', () => {
    const step = fc.constantFrom('a', 'b', '__proto__', 'constructor', 0, 1);
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(step, { minLength: 1, maxLength: 4 }), (value, path) => {
        const before = JSON.stringify(value);
        const next = writeAt(value as Json, path, 'here');
        if (!path.includes('__proto__')) expect(readAt(next, path)).toBe('here');
        expect(JSON.stringify(value)).toBe(before);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
    );
  });
});

describe('lists', () => {
  test('add, move, remove', () => {
    const more = addedAt(DRAFT, ['processes'], { id: 'blog' });
    expect(ids(more)).toEqual(['faq', 'mail', 'blog']);
    expect(ids(movedAt(more, ['processes'], 2, -1))).toEqual(['faq', 'blog', 'mail']);
    expect(ids(movedAt(more, ['processes'], 0, -1))).toEqual(['faq', 'mail', 'blog']);
    expect(ids(removedAt(more, ['processes'], 0))).toEqual(['mail', 'blog']);
  });

  test('a list goes with its last item', () => {
    const one = removedAt(removedAt(DRAFT, ['processes'], 0), ['processes'], 0);
    expect(one).not.toHaveProperty('processes');
  });

  test('an id is free', () => {
    const two = addedAt(addedAt(DRAFT, ['processes'], { id: 'process-1' }), ['processes'], { id: 'process-2' });
    expect(freeId(two, ['processes'], 'process')).toBe('process-3');
    expect(freeId(two, ['roles'], 'role')).toBe('role-1');
  });
});

describe('what differs', () => {
  test('is said by field, things with an id by their id', () => {
    const next = movedAt(writeAt(DRAFT, ['processes', 1, 'gate', 'mode'], 'off') as Json, ['processes'], 0, 1);
    expect(differencesOf(DRAFT, next)).toEqual([
      { field: 'processes.mail.gate.mode', before: '"active"', after: '"off"' },
    ]);
  });

  test('what is new and what is gone', () => {
    const next = removedAt(addedAt(DRAFT, ['limits'], { id: 'l', text: 'No.' }), ['processes'], 0);
    const said = differencesOf(DRAFT, next);
    expect(said).toContainEqual({ field: 'limits.l.text', after: '"No."' });
    expect(said).toContainEqual({ field: 'processes.faq.name', before: '"FAQ"' });
  });

  test('nothing differs from itself, and everything from nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differencesOf(value as Json, structuredClone(value) as Json)).toEqual([]);
      }),
    );
    expect(differencesOf(undefined, DRAFT).every(({ before }) => before === undefined)).toBe(true);
  });
});

const ids = (draft: Json): unknown[] => {
  const list = readAt(draft, ['processes']);
  return Array.isArray(list) ? list.map((item) => readAt(item, ['id'])) : [];
};
