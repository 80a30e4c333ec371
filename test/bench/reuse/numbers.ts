/**
 * Numbers from 0 to 1 that are the same in every run (sfc32, from PractRand). Of 128 bits: a hundred thousand rows of
 * numbers out of 32 bits would run into one another, and the texts made of them would be the same.
 */
export function numbers(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
