/** What can be chosen in the form, each with the key of its words. In the order from mild to strict. */
export const CHOICES = {
  decides: { we: 'policyForm.choice.decides.we', client: 'policyForm.choice.decides.client' },
  risk: {
    low: 'policyForm.choice.risk.low',
    medium: 'policyForm.choice.risk.medium',
    high: 'policyForm.choice.risk.high',
    regulated: 'policyForm.choice.risk.regulated',
  },
  interest: {
    never: 'policyForm.choice.interest.never',
    ask: 'policyForm.choice.interest.ask',
    always: 'policyForm.choice.interest.always',
  },
  briefKind: {
    line: 'policyForm.choice.briefKind.line',
    text: 'policyForm.choice.briefKind.text',
    choice: 'policyForm.choice.briefKind.choice',
  },
  pointKind: { tick: 'policyForm.choice.pointKind.tick', text: 'policyForm.choice.pointKind.text' },
  without: { block: 'policyForm.choice.without.block', warn: 'policyForm.choice.without.warn' },
  review: { full: 'policyForm.choice.review.full', earned: 'policyForm.choice.review.earned' },
  rollout: {
    audit: 'policyForm.choice.rollout.audit',
    pilot: 'policyForm.choice.rollout.pilot',
    scale: 'policyForm.choice.rollout.scale',
  },
  severity: {
    neutral: 'severity.neutral',
    minor: 'severity.minor',
    major: 'severity.major',
    critical: 'severity.critical',
  },
  gate: {
    off: 'policyForm.choice.gate.off',
    evaluate: 'policyForm.choice.gate.evaluate',
    active: 'policyForm.choice.gate.active',
  },
  effect: {
    pass: 'policyForm.choice.effect.pass',
    tell: 'policyForm.choice.effect.tell',
    ask: 'policyForm.choice.effect.ask',
    label: 'policyForm.choice.effect.label',
    hold: 'policyForm.choice.effect.hold',
  },
  status: { reported: 'status.reported', escalated: 'status.escalated' },
  order: {
    gravest: 'panel.sieve.orders.gravest',
    due: 'panel.sieve.orders.due',
    weight: 'panel.sieve.orders.weight',
    oldest: 'panel.sieve.orders.oldest',
    newest: 'panel.sieve.orders.newest',
  },
  assigned: { me: 'panel.sieve.assignedTo.me', nobody: 'panel.sieve.assignedTo.nobody' },
  due: { over: 'panel.sieve.dues.over', soon: 'panel.sieve.dues.soon' },
  aside: { deferred: 'panel.sieve.asides.deferred', duplicate: 'panel.sieve.asides.duplicate' },
  override: { never: 'policyForm.choice.override.never', reason: 'policyForm.choice.override.reason' },
} as const;
export type ChoiceName = keyof typeof CHOICES;
