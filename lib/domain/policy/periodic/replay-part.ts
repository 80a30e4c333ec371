/** What the period would have been under other rules, as a part of a document. */
import type { ReplayedProcess } from '../../review/replay/replay-of.ts';
import { type Block, type dayIn, heading, listed, paragraph } from '../document/blocks.ts';
import type { InBoth } from '../templates/template.ts';
import type { FigureWords } from './figure-words.ts';

type Writing = Pick<FigureWords, 'number' | 'share' | 'hours'> & { t: InBoth; day: ReturnType<typeof dayIn> };

/** Of each process of the rules that are asked about; and how far the record carries. */
export const replayPart = (replayed: readonly ReplayedProcess[], writing: Writing): Block[] =>
  replayed.flatMap((one) => [heading(3, one.name), ...onePart(one, writing)]);

function onePart({ replay, checklist }: ReplayedProcess, { t, day, number, share, hours: time }: Writing): Block[] {
  const { carries, asked, saved, slipped, share: interval, outgoing, hours } = replay;
  const { texts, reviewed, from, until } = carries;
  if (reviewed === 0 || !from || !until)
    return [
      paragraph(
        t(
          `Texts in this time: ${number(texts)}. None was reviewed, so the record says nothing.`,
          `Testi nel periodo: ${number(texts)}. Nessuno è stato esaminato, quindi la registrazione non dice nulla.`,
        ),
      ),
    ];
  const [low, high] = interval ?? [];
  return [
    paragraph(
      t(
        `Reviewed: ${number(reviewed)} of ${number(texts)} texts, from ${day(from)} to ${day(until)}. Of the others the record says nothing.`,
        `Esaminati: ${number(reviewed)} testi su ${number(texts)}, dal ${day(from)} al ${day(until)}. Degli altri la registrazione non dice nulla.`,
      ),
    ),
    ...listed([
      t(
        `Reviews that would have been asked for: ${number(asked)}; saved: ${number(saved)}.`,
        `Esami che sarebbero stati chiesti: ${number(asked)}; risparmiati: ${number(saved)}.`,
      ),
      low === undefined || high === undefined
        ? t(
            'Every text would have been looked at: none would have slipped.',
            'Ogni testo sarebbe stato guardato: nessun difetto sarebbe sfuggito.',
          )
        : t(
            `Known defects among the ${number(saved)} that nobody would have looked at: ${number(slipped)}, ${share(low)} to ${share(high)} of them (95 %).`,
            `Difetti noti tra i ${number(saved)} che nessuno avrebbe guardato: ${number(slipped)}, dal ${share(low)} al ${share(high)} (95 %).`,
          ),
      t(
        `Defects that would have gone out, with what reviewers miss: ${number(outgoing, 1)}.`,
        `Difetti che sarebbero usciti, contando ciò che sfugge a chi esamina: ${number(outgoing, 1)}.`,
      ),
      ...(hours
        ? [
            t(
              `Half of the texts could be used within ${time(hours.was)}; under these rules within ${time(hours.would)}.`,
              `Metà dei testi era usabile entro ${time(hours.was)}; con queste regole entro ${time(hours.would)}.`,
            ),
          ]
        : []),
      ...(checklist
        ? [
            t(
              `Of ${number(checklist.approvals)} approvals, ${number(checklist.short)} lack a point that these rules want answered.`,
              `Su ${number(checklist.approvals)} approvazioni, a ${number(checklist.short)} manca un punto che queste regole vogliono.`,
            ),
          ]
        : []),
    ]),
  ];
}
