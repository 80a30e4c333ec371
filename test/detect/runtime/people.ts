/** The other person: reads, types for a while, sends whole messages. */
import type { Talk } from '../words/people.ts';
import { after } from './model.ts';

const READS_MS = 400;
const TYPES_MS = 12;

interface OtherPerson {
  typing(on: boolean): void;
  says(text: string): void;
}

/** Answers the `at`th line that was typed, and says to the driver when the last reply stands in the page. */
export async function reply({ lines }: Talk, at: number, other: OtherPerson): Promise<void> {
  for (const text of lines[at]?.replies ?? []) {
    await after(READS_MS);
    other.typing(true);
    await after(Math.min(1500, text.length * TYPES_MS));
    other.typing(false);
    other.says(text);
  }
  await after(READS_MS);
  window.__detect.done += 1;
}

/** For pages where everything was written by people. */
export function watchNobody(): void {
  const read = () => ({ outputs: [], userTexts: [], neutral: [] });
  window.__detect = { done: 0, lastTokenAt: [], answers: [], read };
}
