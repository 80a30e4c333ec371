/**
 * The plain way: every text's three-word shingles are kept, and each paste is compared with all of them; what holds a third
 * of them is taken (containment: Broder 1997, "On the resemblance and containment of documents").
 */
export class Containment {
  readonly #shingles: Uint32Array[] = [];

  add(text: string): void {
    this.#shingles.push(Uint32Array.from(shinglesOf(text)));
  }

  /** Numbers of the texts that hold at least a third of a paste's shingles, the best first. */
  find(text: string): number[] {
    const wanted = shinglesOf(text);
    const found: [number, number][] = [];
    for (const [number, held] of this.#shingles.entries()) {
      let common = 0;
      for (const shingle of held) if (wanted.has(shingle)) common++;
      if (common * 3 >= wanted.size) found.push([number, common]);
    }
    return found.sort((a, b) => b[1] - a[1]).map(([number]) => number);
  }

  get bytes(): number {
    return this.#shingles.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}

function shinglesOf(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  for (let at = 0; at + 3 <= words.length; at++) {
    let hash = 0;
    for (const char of `${words[at]} ${words[at + 1]} ${words[at + 2]}`)
      hash = (Math.imul(hash, 31) + char.charCodeAt(0)) | 0;
    shingles.add(hash >>> 0);
  }
  return shingles;
}
