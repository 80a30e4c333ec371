/** A look for what keeps people out of a page of ours. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';

interface Finding {
  serious: boolean;
  /** The rule, and the first element that breaks it. */
  said: string;
}

/**
 * What axe finds on a page by all its rules, or by those that are named. What passes is not described, which takes as long as
 * looking; and no tab is opened to put frames' findings together, since our pages have none of another site.
 */
export async function axeFinds(page: Page, rules?: readonly string[]): Promise<Finding[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, impact, nodes }) => ({
    serious: impact === 'serious' || impact === 'critical',
    said: `${id}: ${nodes.map(({ html }) => html)[0]}`,
  }));
}

/** axe finds nothing serious on a page. */
export async function nothingSerious(page: Page, rules?: readonly string[]): Promise<void> {
  const found = await axeFinds(page, rules);
  expect(found.filter(({ serious }) => serious).map(({ said }) => said)).toEqual([]);
}
