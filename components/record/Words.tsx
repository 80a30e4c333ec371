/** What people or AI wrote, as text. */
export const RecordWords = ({ text }: { text: string }) => (
  <p className="words" dir="auto">
    {text}
  </p>
);
