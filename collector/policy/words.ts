/** What is wrong with a policy, in plain sentences: for the command line, and for whoever reads an answer of the API. */
import type { Slip } from '../../lib/domain/policy/overlay/slip.ts';
import type { ProblemCode } from '../../lib/domain/policy/policy.ts';
import type { PublishProblem } from '../../lib/domain/policy/publishable.ts';

const SENTENCES: Partial<Record<ProblemCode, (detail: string) => string>> = {
  notJson: (detail) => `is not JSON (${detail})`,
  notObject: () => 'must be a JSON object',
  newerFormat: (detail) => `is ${detail}, which this version does not know: update first`,
  tooLarge: () => 'is too large',
  unknownField: () => 'is no field of a policy',
  missing: () => 'is missing',
  wrongKind: (detail) => `is of the wrong kind; it should be ${detail}`,
  wrongForm: () => 'is not in the right form',
  tooLong: () => 'is too long or too much',
  empty: () => 'is empty, or too short',
  twice: (detail) => `is there twice (${detail})`,
  publicNotFull: () =>
    'needs a full review, or a gate that holds or labels: its texts are on matters of public interest',
  designerReviews: () => 'names somebody who designed the process',
  takenVersion: (detail) => `is “${detail}”, which an earlier version is called: choose another`,
  notGovernance: () => 'must be 2 where there is a base policy, or where it is one',
  unstorable: () => 'holds a character that cannot be stored',
};

/** One reason in a sentence, with its place. */
export function problemWords({ code, field, detail = '', slip }: PublishProblem): string {
  if (slip) return slipWords(slip);
  return `${field || 'The policy'} ${SENTENCES[code]?.(detail) ?? `cannot be used (${code})`}.`;
}

const VERBS_DONE: Record<string, string> = {
  approve: 'approve',
  modify: 'correct and so approve',
  override: 'go through the gate with a reason',
  except: 'grant an exception',
  bypass: 'break the glass',
};

/** The case that an overlay would let slip. */
function slipWords(slip: Slip): string {
  const place = 'processId' in slip ? `In the process “${slip.processId}”` : '';
  switch (slip.kind) {
    case 'passes': {
      const { status, concernsPublic } = slip.question;
      const what = `a text${concernsPublic ? ' for the public' : ''} that is ${status}`;
      return `${place} this loosens the base: ${what} would ${EFFECT_WORDS[slip.after.effect]}, where by the base it would ${EFFECT_WORDS[slip.before.effect]}.`;
    }
    case 'decides': {
      const { subject, role, groups } = slip.person;
      const who = groups?.length ? `Somebody of the group ${groups.join(', ')}` : subject || `Any ${role}`;
      return `${place} this loosens the base: ${who} could ${VERBS_DONE[slip.verb] ?? slip.verb}, and may not by the base.`;
    }
    case 'unasked':
      return `${place} this loosens the base: a text could be approved without the point “${slip.pointId}” of its checklist.`;
    case 'lessReview':
      return `${place} this loosens the base: with this ${slip.field} of the review rule, more would go out unseen.`;
    case 'lapses':
      return `${place} this loosens the base: with this ${slip.field}, an approval would hold where the base asks again.`;
    case 'looser':
      return `This loosens the base: with this ${slip.field}, less would be asked than the base asks for.`;
    case 'gone':
      return `This loosens the base: ${slip.field} is missing, and with it what the base holds there.`;
  }
}

const EFFECT_WORDS = {
  pass: 'pass',
  tell: 'pass with a notice',
  ask: 'pass after a question',
  label: 'pass with a label',
  hold: 'be held',
} as const;
