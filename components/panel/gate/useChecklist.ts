import { useState } from 'react';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { missingForApproval } from '../../../lib/domain/decision/approval.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { mayConcernPublic, type Process } from '../../../lib/domain/policy/process.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';

type Sent = NonNullable<MessageBody<'decision.make'>['checklist']>;
type Editorial = NonNullable<Sent['editorial']>;

/** What an approver of a process answers, as it is filled in. */
export interface Checklist {
  process: Process;
  /** Whether an editorial record is asked for. */
  isPublic: boolean;
  ticked: ReadonlySet<string>;
  answers: Readonly<Record<string, string>>;
  editorial: Readonly<Record<'factsChecked' | 'sourcesOpened' | 'changed' | 'responsible', string>>;
  meaning: Sent['meaning'];
  tick(pointId: string, on: boolean): void;
  answer(pointId: string, words: string): void;
  record(field: keyof Checklist['editorial'], words: string): void;
  mean(meaning: Sent['meaning']): void;
  /** Names of the fields that are still to be answered for a verdict. */
  missing(verdict: Verdict | undefined): string[];
  /** What goes with the decision. */
  sent(): Sent;
}

const NOTHING = { factsChecked: '', sourcesOpened: '', changed: '', responsible: '' };

/** The answers to a process's checklist; nothing of it is ever filled in by us. */
export function useChecklist(output: Output, process: Process | undefined): Checklist | undefined {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [editorial, setEditorial] = useState(NOTHING);
  const [meaning, setMeaning] = useState<Sent['meaning']>();
  if (!process) return undefined;
  const concernsPublic = output.inProcess?.concernsPublic;
  const isPublic = mayConcernPublic(process) && (process.publicInterest === 'always' || concernsPublic !== false);
  const sent = (): Sent => sentOf({ process, isPublic, ticked, answers, editorial, meaning });
  return {
    ...{ process, isPublic, ticked, answers, editorial, meaning, sent },
    tick: (pointId, on) =>
      setTicked((before) => new Set(on ? [...before, pointId] : [...before].filter((one) => one !== pointId))),
    answer: (pointId, words) => setAnswers((before) => ({ ...before, [pointId]: words })),
    record: (field, words) => setEditorial((before) => ({ ...before, [field]: words })),
    mean: setMeaning,
    missing: (verdict) => (verdict ? missingIn(process, verdict, sent(), output.hash, concernsPublic) : []),
  };
}

type Filled = Pick<Checklist, 'process' | 'isPublic' | 'ticked' | 'answers' | 'editorial' | 'meaning'>;

function sentOf({ process, isPublic, ticked, answers, editorial, meaning }: Filled): Sent {
  const points = process.checklist ?? [];
  const words = Object.fromEntries(Object.entries(answers).filter(([, text]) => text.trim()));
  const isAnswered = ({ id, kind }: (typeof points)[number]) => (kind === 'text' ? id in words : ticked.has(id));
  const record = isPublic ? recordOf(editorial) : undefined;
  return {
    answered: points.filter(isAnswered).map(({ id }) => id),
    left: points.filter((point) => point.without === 'warn' && !isAnswered(point)).map(({ id }) => id),
    ...(Object.keys(words).length > 0 ? { answers: words } : {}),
    ...(record ? { editorial: record } : {}),
    ...(meaning ? { meaning } : {}),
  };
}

/** Only once each part of it is there: half a record is none. */
function recordOf({
  factsChecked,
  sourcesOpened,
  changed,
  responsible,
}: Checklist['editorial']): Editorial | undefined {
  if (![factsChecked, changed, responsible].every((words) => words.trim())) return undefined;
  const sources = sourcesOpened
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { factsChecked, sourcesOpened: sources, changed, responsible };
}

function missingIn(
  process: Process,
  verdict: Verdict,
  { answered, left, answers, editorial, meaning }: Sent,
  textHash: string,
  concernsPublic: boolean | undefined,
): string[] {
  const inProcess = {
    ...{ processId: process.id, policyVersion: '-', textHash, answered, left },
    ...(editorial ? { editorial: true } : {}),
    ...(meaning ? { meaning } : {}),
  };
  const content = { ...(answers ? { answers } : {}), ...(editorial ? { editorial } : {}) };
  return missingForApproval(process, { verdict, inProcess, content }, concernsPublic).map((point) =>
    point.kind === 'point' ? `point-${point.pointId}` : point.kind === 'editorial' ? 'factsChecked' : 'meaning',
  );
}
