/** The log as a file: of every type of event that there is, nobody is in it, and no count of one browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CountersignEvent, eventSchema, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { logJson, personTold } from '../../../../lib/domain/export/log-lines.ts';
import { daySource, tallySubject } from '../../../../lib/domain/figures/tally.ts';
import { namesIn } from '../../../../lib/domain/people/naming.ts';
import { TALLY } from '../figures/making.ts';

const RECORDS = new URL('../../../records/', import.meta.url);
const ERASURE = 'urn:countersign:erasure:00000000-0000-4000-8000-000000000001';
const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';

/** The frozen examples of types. */
const FROZEN = readdirSync(RECORDS)
  .filter((name) => /^event\..*\.json$/.test(name))
  .map((name) => eventSchema.parse(JSON.parse(readFileSync(new URL(name, RECORDS), 'utf8'))));

const tally = async (): Promise<CountersignEvent> => {
  const { source: _, ...facts } = TALLY;
  return makeEvent('countersign.outputs.tallied.v1', daySource(), tallySubject(facts.day), facts);
};
const erased = () =>
  makeEvent('countersign.content.erased.v1', COLLECTOR, ERASURE, {
    ...{ erasureId: '00000000-0000-4000-8000-000000000001', reason: 'person' as const, pseudonym: 'erased-1' },
    events: [{ source: 'urn:countersign:installation:x', id: '00000000-0000-4000-8000-000000000002' }],
    named: [{ source: 'urn:countersign:installation:x', id: '00000000-0000-4000-8000-000000000003', at: [0] }],
  });

const stamped = (event: CountersignEvent): CountersignEvent =>
  eventWith(event, { sequence: '0000000000000007', authid: 'anna@example.com' });

describe('a line of the log as a file', () => {
  it.each(FROZEN.map((event) => [event.type, event] as const))('%s: says what happened, and of nobody', (_, event) => {
    const line = logJson({ event: stamped(event) }, false);
    expect(JSON.parse(line)).toMatchObject({ id: event.id, type: event.type, time: event.time });
    for (const name of ['anna@example.com', event.source, ...namesIn(event)]) expect(line).not.toContain(name);
    expect(personTold({ event: stamped(event) }, false)).toBe('');
  });

  it.each([false, true])(
    'of a tally says the day and not one count, also where colleagues are told (%j)',
    async (mayTell) => {
      const event = await tally();
      const told = JSON.parse(logJson({ event }, mayTell));
      expect(told).toEqual({ id: event.id, type: event.type, subject: event.subject, time: event.time, hidden: true });
      expect(personTold({ event }, mayTell)).toBe('');
    },
  );

  it('of an erasure does not say which events were one person’s', async () => {
    const told = JSON.parse(logJson({ event: await erased() }, false));
    expect(told.data.facts).toEqual({ erasureId: '00000000-0000-4000-8000-000000000001', reason: 'person' });
  });

  it('where the rules let anybody look at colleagues, says all of what is not held back', () => {
    for (const event of FROZEN.filter(({ type }) => type !== 'countersign.outputs.tallied.v1')) {
      expect(JSON.parse(logJson({ event: stamped(event) }, true))).toEqual(JSON.parse(JSON.stringify(stamped(event))));
      expect(logJson({ event: stamped(event), isHidden: true }, true)).not.toContain('anna@example.com');
    }
  });
});
