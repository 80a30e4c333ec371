/** Where an output that waits for a decision stands in the line, and by what it is found there. Zod-free. */
import { SEVERITY_WEIGHT } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { isDisputed } from '../report/fate.ts';
import { gravestReport, problemReports } from '../report/standing.ts';
import { asideOf, assignmentNow, holderOf } from './handling.ts';
import { awaitsDecision, waitingSince } from './queue.ts';
import { openDifferences } from './second.ts';
import { type Sieve, weightOf } from './sifted.ts';

/** Kept with the row of an output, so that the store's own indexes order and filter the line. */
export interface PlaceInLine {
  /** How grave it is, below zero: the gravest comes first. */
  grave: number;
  since: string;
  /** `weightOf`, below zero. */
  heft: number;
  /** What it is, each with its place among those that are that too: see `facetRange`. */
  facets: string[];
}

/** Its place at a time; undefined where nothing of it waits, or it stands aside. */
export function placeInLine(output: Output, now = new Date().toISOString()): PlaceInLine | undefined {
  if (!awaitsDecision(output) || asideOf(output, now)) return undefined;
  const gravest = gravestReport(output);
  const grave = gravest ? SEVERITY_WEIGHT[gravest.severity] : 0;
  const since = waitingSince(output);
  const place = `${String(HEAVIER - grave).padStart(3, '0')} ${since}`;
  const facets = facetsOf(output, now).map((facet) => `${facet}\n${place}`);
  return { grave: -grave, since, heft: -weightOf(output), facets };
}

/** More than any severity weighs, so that the gravest is the first by letters too. */
const HEAVIER = 999;

/** What it is, as a sieve may ask. */
export function facetsOf(output: Output, now: string): string[] {
  const { status, trace } = output;
  const reports = problemReports(output);
  const severity = gravestReport(output)?.severity;
  const assignment = assignmentNow(output, now);
  const categories = new Set(reports.flatMap((report) => report.categories));
  return [
    facet('status', status),
    facet('tool', trace.tool),
    ...(severity ? [facet('severity', severity)] : []),
    ...(trace.model ? [facet('model', trace.model)] : []),
    ...[...categories].map((category) => facet('category', category)),
    ...(assignment ? [facet('assigned', holderOf(assignment))] : []),
    ...(reports.some(({ content }) => content?.correction !== undefined) ? [facet('correction', 'yes')] : []),
    ...(reports.some(isDisputed) ? [facet('disputed', 'yes')] : []),
    ...(output.blind ? [facet('second', 'mine')] : []),
    ...(openDifferences(output).length > 0 ? [facet('second', 'differs')] : []),
  ];
}

/** A line break ends the name of a facet: none may stand in it. */
const facet = (name: string, value: string): string => `${name}:${value.replaceAll('\n', ' ')}`;

/** Whoever has some of the line in hand: between these keys stand all that somebody has. */
export const ASSIGNED_RANGE = ['assigned:', 'assigned:\uffff'] as const;

/** That one of some people has it; `me` is one or two, by what one's browser and the collector call one. */
export const assignedTo = (people: readonly string[]): string[] => people.map((each) => facet('assigned', each));

/** The parts of a sieve that are facets. */
export function facetsAsked(sieve: Sieve): string[] {
  const { status, severity, category, tool, model, hasCorrection, isDisputed: disputed, assigned, second } = sieve;
  const person = assigned?.startsWith(PERSON) ? assigned.slice(PERSON.length) : undefined;
  const yes = { correction: hasCorrection && 'yes', disputed: disputed && 'yes' };
  const asked = { status, severity, category, tool, model, ...yes, assigned: person, second };
  return Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : facet(name, value)));
}

/** How a sieve names somebody by their subject. */
export const PERSON = 'person:';

/** Between which keys all those stand that have a facet, in the order of the line. */
export const facetRange = (asked: string): [from: string, to: string] => [`${asked}\n`, `${asked}\n\uffff`];
