/** What was put anywhere and taken from anywhere from one look to the next: what was there before has only moved. */
export class Moves {
  readonly #added = new Set<Node>();
  readonly #removed = new Set<Node>();
  /** When something was put anywhere; beats may begin a little before that. */
  readonly #cameMs = new Map<Node, number>();
  /** What was put somewhere before it was taken from anywhere: it is new, wherever it stands now. */
  readonly #born = new Set<Node>();

  put(node: Node, atMs: number): void {
    if (!this.#removed.has(node)) this.#born.add(node);
    this.#added.add(node);
    this.#cameMs.set(node, atMs);
  }

  take(node: Node): void {
    this.#removed.add(node);
  }

  isNew(node: Node): boolean {
    return this.#born.has(node) || (this.#added.has(node) && !this.#removed.has(node));
  }

  /** Whether something was put where it is at a moment or after it. */
  isSince(node: Node, atMs: number): boolean {
    return (this.#cameMs.get(node) ?? 0) >= atMs;
  }

  hasGone(node: Node): boolean {
    return !node.isConnected && !this.#added.has(node);
  }

  /** What was put and taken before counts as if it had been since. */
  takeUp(put: Iterable<Node>, taken: Iterable<Node>, before: Moves): void {
    for (const node of taken) this.#removed.add(node);
    for (const node of put) {
      this.#added.add(node);
      if (!this.#cameMs.has(node)) this.#cameMs.set(node, before.#cameMs.get(node) ?? 0);
      if (before.#born.has(node)) this.#born.add(node);
    }
  }
}
