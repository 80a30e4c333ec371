/** The mark of Countersign: a line of text and the second signature under it. Decorative: its name stands beside it. */
export const ProductMark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
    <rect x="8" y="8" width="112" height="112" rx="26" fill="#1d5b87" />
    <path d="M34 34h60M34 54h30" stroke="#bcdcf2" strokeWidth="10" strokeLinecap="round" />
    <path
      d="M28 84l15 16 25-30M60 94l6 6 34-40"
      fill="none"
      stroke="#fff"
      strokeWidth="11"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
