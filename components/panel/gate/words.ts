import { i18n } from '#i18n';
import type { AuthorityAnswer } from '../../../lib/domain/people/authority.ts';
import type { Party } from '../../../lib/domain/policy/party.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { reviewSaid, statedSaid } from '../../../lib/domain/review/said.ts';
import { displayLanguage } from '../../ui/locale.ts';
import { shareText } from '../../ui/numbers.ts';

/** Those whom the policy names for something, in words. */
export function partiesText(parties: readonly Party[], { roles = [] }: GovernancePolicy): string {
  const names = parties.map((party) => {
    const [kind, name] = [party.slice(0, party.indexOf(':')), party.slice(party.indexOf(':') + 1)];
    if (kind !== 'role') return name;
    const role = roles.find(({ id }) => id === name);
    if (role) return role.name;
    return name === 'reporter' || name === 'reviewer' || name === 'admin' ? i18n.t(`gate.party.${name}`) : name;
  });
  return new Intl.ListFormat(displayLanguage(), { type: 'disjunction' }).format(new Set(names));
}

/** Why somebody may not, and who can; undefined where they may. */
export function mayNotText(answer: AuthorityAnswer, policy: GovernancePolicy): string | undefined {
  return answer.may
    ? undefined
    : i18n.t(`panel.gate.mayNot.${answer.rule}`, { people: partiesText(answer.who, policy) });
}

/** How much of an output's kind people review now; undefined where that is always all of it. */
export function reviewText(...asked: Parameters<typeof reviewSaid>): string | undefined {
  const said = reviewSaid(...asked);
  if (!said) return undefined;
  const { kind, values, defectAt } = said;
  const day = new Intl.DateTimeFormat(displayLanguage(), { dateStyle: 'medium' });
  return i18n.t(`review.${kind}`, { ...values, when: defectAt ? day.format(new Date(defectAt)) : '' });
}

/** What the tool said of how sure it is, in a sentence; undefined where it said nothing. */
export function statedText(...asked: Parameters<typeof statedSaid>): string | undefined {
  const stated = statedSaid(...asked);
  if (!stated) return undefined;
  return i18n.t(`stated.${stated.kind}`, { said: stated.said, limit: shareText(stated.limit, 2) });
}
