/** A look for what keeps people out of a page of ours. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { IS_NIGHT } from '../../nightly.ts';

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

/**
 * In which themes a state is looked at, and by which rules; all of them where none are named. By night the light one too: there
 * the dark one may only be too near to its ground besides.
 */
export const THEMES: readonly { colorScheme: 'light' | 'dark'; rules?: readonly string[] }[] = IS_NIGHT
  ? [{ colorScheme: 'light' }, { colorScheme: 'dark', rules: ['color-contrast'] }]
  : [{ colorScheme: 'dark' }];

/** axe finds nothing serious on a page. */
export async function nothingSerious(page: Page, rules?: readonly string[]): Promise<void> {
  const found = await axeFinds(page, rules);
  expect(found.filter(({ serious }) => serious).map(({ said }) => said)).toEqual([]);
}
