import { TextBlocks } from '../text/TextBlocks.tsx';

/** What people or AI wrote, as text, with its tables, code and lists. */
export const RecordWords = ({ text }: { text: string }) => (
  <div className="words" dir="auto">
    <TextBlocks text={text} />
  </div>
);
