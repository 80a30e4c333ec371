/** Which field of the form stands for a field of the policy, and of which thing in a list it is. */
import {
  ABOUT,
  BRIEF,
  type FieldShape,
  GATE,
  GENERAL,
  LIMIT,
  MEASURE,
  OBJECTIVE,
  POINT,
  PRIVACY,
  PUBLIC,
  QUESTION,
  QUEUE,
  REVIEW,
  ROLE,
  ROLLOUT,
  STEP,
  TIMES,
  TOOL,
  VIEW,
  WHERE,
  WHO,
} from './fields.ts';

/** Where each group of fields stands; `*` for a thing in a list, whose name may have dots. */
const GROUPS: [at: string, shapes: readonly FieldShape[]][] = [
  ['', [...GENERAL, ...TIMES, ...PRIVACY, ...QUEUE]],
  ['objectives.*.', OBJECTIVE],
  ['limits.*.', LIMIT],
  ['roles.*.', ROLE],
  ['processes.*.brief.fields.*.', QUESTION],
  ['processes.*.checklist.*.', POINT],
  ['processes.*.escalation.*.', STEP],
  ['processes.*.', [...ABOUT, ...WHERE, ...WHO, ...REVIEW, ...ROLLOUT, ...GATE, ...PUBLIC, ...BRIEF]],
  ['queue.views.*.', VIEW],
  ['literacy.*.', MEASURE],
  ['inventory.*.', TOOL],
];

interface Placed {
  shape: FieldShape;
  /** The things in lists in which it stands, from the outermost: the field of each. */
  things: string[];
}

const escaped = (text: string): string => text.replaceAll('.', String.raw`\.`);
const PATTERNS = GROUPS.flatMap(([at, shapes]) =>
  shapes.map((shape) => ({
    shape,
    pattern: new RegExp(`^${escaped(at).replaceAll('*', '(.+?)')}${escaped(shape.at.join('.'))}$`),
  })),
);

/** Undefined where no form has it. */
export function fieldPlacedAt(field: string): Placed | undefined {
  for (const { shape, pattern } of PATTERNS) {
    const found = pattern.exec(field);
    if (!found) continue;
    let from = 0;
    const things = found.slice(1).map((name) => {
      from = field.indexOf(name, from) + name.length;
      return field.slice(0, from);
    });
    return { shape, things };
  }
  return undefined;
}
