/** A formula as MathML has it, wherever it was drawn from. */
export interface Part {
  /** The element's name in MathML: `mfrac`, `msup`, `mi` … */
  name: string;
  /** Text of what has no parts. */
  text: string;
  parts: Part[];
  /** What MathML says beside: `open`, `close`, `notation`. */
  says?: Readonly<Record<string, string>>;
}

export const leaf = (text: string): Part => ({ name: 'mi', text, parts: [] });
export const part = (name: string, parts: readonly (Part | undefined)[]): Part => ({
  name,
  text: '',
  parts: parts.filter((each) => each !== undefined),
});
export const row = (parts: readonly (Part | undefined)[]): Part => {
  const given = parts.filter((each) => each !== undefined);
  return given.length === 1 ? (given[0] as Part) : part('mrow', given);
};
