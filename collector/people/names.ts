/** What may stand for a person: a subject, as tokens and company accounts have it. */
import * as z from 'zod';
import { LONGEST_PERSON } from '../../lib/domain/limits.ts';

/** What the collector itself writes in the place of a person: its own acts, its operator, and whoever was erased. */
const OURS = /^(?:urn:countersign:|erased:)/i;

/** Whether a subject reads like one of the collector's own, however it is written. */
export const isReserved = (subject: string): boolean =>
  OURS.test(subject.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Zs}]/gu, ''));

/** A person's subject as a request may name it: one line, which every database can hold. */
export const personSchema = z
  .string()
  .min(1)
  .max(LONGEST_PERSON)
  .regex(/^\P{Cc}*$/u)
  .refine((subject) => subject.isWellFormed());
