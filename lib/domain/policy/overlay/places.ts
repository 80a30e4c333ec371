/**
 * Places of texts: an overlay may cover more of them, and must not take a text out of the process in which the base has it, nor
 * let a person choose one that asks less.
 */
import { processOf, type SeenAt } from '../../gate/asked.ts';
import type { GovernancePolicy } from '../policy.ts';
import type { Process } from '../process.ts';
import type { Slip } from './slip.ts';

type Applies = Process['applies'];

/** Whether every place that the one covers, the other does too. What names both tools and addresses covers only where both fit. */
export function isWithin(base: Applies, over: Applies): boolean {
  if (base.choice && !over.choice) return false;
  if (!isPlaced(base)) return true;
  return isPlaced(over) && isNoNarrower(base.tools, over.tools) && isNoNarrower(base.addresses, over.addresses);
}

const isPlaced = ({ tools = [], addresses = [] }: Applies): boolean => tools.length + addresses.length > 0;

/** A list that is empty asks for nothing. */
const isNoNarrower = (base: readonly string[] = [], over: readonly string[] = []): boolean =>
  over.length === 0 || (base.length > 0 && base.every((one) => over.includes(one)));

/**
 * The case of a text that belongs to another process by the overlay, or may be said to, and slips there. It slips if it does so
 * from every process that it could belong to by the base.
 */
export function strayed(
  base: GovernancePolicy,
  merged: GovernancePolicy,
  slipBetween: (base: Process, over: Process) => Slip | undefined,
): Slip | undefined {
  for (const place of placesOf(base, merged)) {
    const before = couldBe(base, place);
    for (const process of couldBe(merged, place)) {
      if (before.length === 0 || before.some(({ id }) => id === process.id)) continue;
      const slips = before.map((one) => slipBetween(one, process));
      if (slips.every((slip) => slip !== undefined)) return slips[0];
    }
  }
  return undefined;
}

/** Processes that a text could belong to: by its place, then as a person may choose. */
function couldBe(policy: GovernancePolicy, place: SeenAt): Process[] {
  const said = [undefined, ...(policy.processes ?? []).map(({ id }) => id)];
  return [...new Set(said.flatMap((choice) => processOf(policy, place, choice) ?? []))];
}

/** Every place that the rules of either could tell apart: each tool, at each address and at none of them. */
function placesOf(base: GovernancePolicy, merged: GovernancePolicy): SeenAt[] {
  const applies = [base, merged].flatMap(({ processes = [] }) => processes.map((process) => process.applies));
  const tools = new Set(['', ...applies.flatMap((one) => one.tools ?? [])]);
  const pages = new Set(['', ...applies.flatMap((one) => one.addresses ?? []).map(pageAt)]);
  return [...tools].flatMap((tool) => [...pages].map((pageUrl) => ({ tool, pageUrl })));
}

/** A page that an address takes. */
const pageAt = (address: string): string => `https://${address.startsWith('*.') ? `www${address.slice(1)}` : address}`;
