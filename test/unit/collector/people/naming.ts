/** An event of each type that names people in its facts, naming whom one wants. */
import { randomUUID } from 'node:crypto';
import { collectorSource } from '../../../../lib/domain/events/audit.ts';
import { type CountersignEvent, makeEvent } from '../../../../lib/domain/events/event.ts';
import { newSource, SUBJECT } from '../fixtures.ts';

const UNTIL = '2026-12-30T10:00:00.000Z';
const UNDER = { processId: 'faq', policyVersion: 'v1' };
const id = () => randomUUID();
const clock = () => collectorSource(randomUUID());

/** By type: every type of `namingTypes` is here, a test sees to that. */
export const NAMING: Record<string, (person: string) => Promise<CountersignEvent>> = {
  'countersign.assignment.made.v1': (to) =>
    makeEvent('countersign.assignment.made.v1', newSource(), SUBJECT, {
      ...{ assignmentId: id(), to, until: UNTIL, after: null },
    }),
  'countersign.delegation.made.v1': (to) =>
    makeEvent('countersign.delegation.made.v1', newSource(), `urn:countersign:delegation:${id()}`, {
      ...{ delegationId: id(), to, since: '2026-12-01T10:00:00.000Z', until: UNTIL },
    }),
  'countersign.second.drawn.v1': (person) =>
    makeEvent('countersign.second.drawn.v1', clock(), SUBJECT, {
      ...{ secondId: id(), decisionId: id(), ...UNDER, oneIn: 10, person },
    }),
  'countersign.calibration.asked.v1': (person) =>
    makeEvent('countersign.calibration.asked.v1', newSource(), SUBJECT, {
      ...{ calibrationId: id(), until: UNTIL },
      seats: ['marta', person, 'nora'].map((each) => ({ secondId: id(), person: each })),
    }),
  'countersign.decision.made.v1': (onBehalfOf) =>
    makeEvent(
      'countersign.decision.made.v1',
      newSource(),
      SUBJECT,
      {
        ...{ decisionId: id(), verdict: 'approve', reportIds: [] },
        inProcess: { ...UNDER, textHash: SUBJECT, answered: [], left: [], onBehalfOf },
      },
      { note: 'as agreed' },
    ),
  'countersign.handoff.made.v1': (person) =>
    makeEvent(
      'countersign.handoff.made.v1',
      newSource(),
      SUBJECT,
      { handoffId: id(), to: ['role:desk', `person:${person}`, 'person:marta'], why: 'escalated' },
      {},
    ),
  'countersign.escalation.rehearsed.v1': (person) =>
    makeEvent('countersign.escalation.rehearsed.v1', newSource(), 'urn:countersign:process:faq', {
      ...{ rehearsalId: id(), policyVersion: '7', act: 'started', to: ['role:desk', `person:${person}`] },
    }),
  'countersign.handoff.lapsed.v1': (person) =>
    makeEvent('countersign.handoff.lapsed.v1', clock(), SUBJECT, {
      ...{ handoffId: id(), waitedFor: [`person:${person}`], to: [`person:${person}`, 'group:desk'] },
      ...{ why: 'lapsed', step: 0, dueAt: UNTIL },
    }),
};
