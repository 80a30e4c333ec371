/** What the period would have been under other rules, as a part of a document. */
import type { Gap } from '../../review/replay/gaps.ts';
import type { ReplayedProcess } from '../../review/replay/replay-of.ts';
import { type Block, type dayIn, heading, listed, paragraph } from '../document/blocks.ts';
import type { InBoth } from '../templates/template.ts';
import type { FigureWords } from './figure-words.ts';

type Writing = Pick<FigureWords, 'number' | 'share' | 'hours'> & { t: InBoth; day: ReturnType<typeof dayIn> };

/** Of each process of the rules that are asked about; and how far the record carries. */
export const replayPart = (replayed: readonly ReplayedProcess[], writing: Writing): Block[] =>
  replayed.flatMap((one) => [heading(3, one.name), ...onePart(one, writing)]);

function onePart(one: ReplayedProcess, writing: Writing): Block[] {
  const { t, day, number } = writing;
  const { texts, reviewed, from, until } = one.replay.carries;
  if (reviewed === 0 || !from || !until)
    return [
      paragraph(
        t(
          `Texts in this time: ${number(texts)}. None was reviewed, so the record says nothing.`,
          `Testi nel periodo: ${number(texts)}. Nessuno è stato esaminato, quindi la registrazione non dice nulla.`,
        ),
      ),
    ];
  return [
    paragraph(
      t(
        `Reviewed: ${number(reviewed)} of ${number(texts)} texts, from ${day(from)} to ${day(until)}. Of the others the record says nothing.`,
        `Esaminati: ${number(reviewed)} testi su ${number(texts)}, dal ${day(from)} al ${day(until)}. Degli altri la registrazione non dice nulla.`,
      ),
    ),
    ...one.gaps.map((gap) => paragraph(gapLine(gap, writing))),
    ...listed([...workLines(one, writing), ...defectLines(one, writing), ...timeLines(one, writing)]),
  ];
}

/** Who would have looked at how much, and what could not have been used. */
const workLines = ({ replay: { asked, saved, stopped } }: ReplayedProcess, { t, number }: Writing): string[] => [
  t(
    `Reviews that would have been asked for: ${number(asked)}; saved: ${number(saved)}.`,
    `Esami che sarebbero stati chiesti: ${number(asked)}; risparmiati: ${number(saved)}.`,
  ),
  ...(stopped > 0
    ? [
        t(
          `Reviewed texts that could not have been used at all, since so many of their kind were defective: ${number(stopped)}.`,
          `Testi esaminati che non si sarebbero potuti usare affatto, perché troppi del loro tipo erano difettosi: ${number(stopped)}.`,
        ),
      ]
    : []),
];

/** What would have slipped, known and with what is missed. */
function defectLines({ replay }: ReplayedProcess, { t, number, share }: Writing): string[] {
  const { saved, slipped, share: interval, miss, outgoing } = replay;
  const [low, high] = interval ?? [];
  return [
    low === undefined || high === undefined
      ? t(
          'Every text would have been looked at: none would have slipped.',
          'Ogni testo sarebbe stato guardato: nessun difetto sarebbe sfuggito.',
        )
      : t(
          `Known defects among the ${number(saved)} that nobody would have looked at: ${number(slipped)}, ${share(low)} to ${share(high)} of them (95%).`,
          `Difetti noti tra i ${number(saved)} che nessuno avrebbe guardato: ${number(slipped)}, dal ${share(low)} al ${share(high)} (95%).`,
        ),
    t(
      `Defects that would have gone out, with reviewers who miss ${share(miss)} of them: ${number(outgoing, 1)}.`,
      `Difetti che sarebbero usciti, se a chi esamina ne sfugge il ${share(miss)}: ${number(outgoing, 1)}.`,
    ),
  ];
}

/** Within what time texts could have been used, and which approvals would not have done. */
const timeLines = (
  { replay: { hours }, checklist }: ReplayedProcess,
  { t, number, hours: time }: Writing,
): string[] => [
  ...(hours
    ? [
        hours.would === undefined
          ? t(
              `Half of the texts could be used within ${time(hours.was)}; under these rules half or more never could.`,
              `Metà dei testi era usabile entro ${time(hours.was)}; con queste regole almeno metà non lo sarebbe stata mai.`,
            )
          : t(
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
];

function gapLine({ tool, model, since, texts }: Gap, { t, day, number }: Writing): string {
  const kind = model ? `${tool}, ${model}` : tool;
  return since
    ? t(
        `${kind}: nothing reviewed that came after ${day(since)}, and ${number(texts)} came since. The record says nothing of what this kind is now.`,
        `${kind}: non è stato esaminato nulla di arrivato dopo il ${day(since)}, e da allora ne sono arrivati ${number(texts)}. Di com’è ora questo tipo di testo non si sa nulla.`,
      )
    : t(
        `${kind}: none of ${number(texts)} was reviewed in this time. The record says nothing of this kind.`,
        `${kind}: di ${number(texts)} nessuno è stato esaminato nel periodo. Di questo tipo di testo non si sa nulla.`,
      );
}
