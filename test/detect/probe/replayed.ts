/** In a saved page: takes its turns out, and plays them again as they came, one after another. Runs in the page. */

interface Asked {
  turns: string;
  users: string;
  /** How an answer comes: node by node and word by word, a block at once, or all of it at once. */
  how: 'words' | 'blocks' | 'whole';
}

interface Step {
  left: number;
  size: number;
}

/** What the driver asks, and when each answer had all come. */
interface Replay {
  prompts: string[];
  done: number;
  endedAt: number[];
}

declare global {
  interface Window {
    countersignReplay?: Replay;
  }
}

export function prepareReplay({ turns, users, how }: Asked): string[] {
  const outermost = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((one) => !one.parentElement?.closest(selector));
  const asked = users ? outermost(users) : [];
  const isAsked = (element: Element) => asked.includes(element);
  // As somebody types it: without the white space of the page's source.
  const typed = new Map(asked.map((user) => [user, (user as HTMLElement).innerText.trim().slice(0, 50_000)]));
  const parts = [...outermost(turns), ...asked]
    .filter((one) => !asked.some((user) => user !== one && (user.contains(one) || one.contains(user))) || isAsked(one))
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const exchanges: { user?: Element; answers: Element[] }[] = [];
  for (const part of parts)
    if (isAsked(part)) exchanges.push({ user: part, answers: [] });
    else if (exchanges.length > 0) exchanges.at(-1)?.answers.push(part);
    else exchanges.push({ answers: [part] });
  const places = new Map(parts.map((part) => [part, document.createComment('')]));
  for (const [part, place] of places) part.replaceWith(place);
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const replay: Replay = { prompts: [], done: 0, endedAt: [] };
  replay.prompts = exchanges.map(({ user }) => (user ? (typed.get(user) ?? '') : 'Go on with the next part, please.'));
  window.countersignReplay = replay;

  async function growText(node: Text, into: Node, step: Step): Promise<void> {
    const text = node.data;
    if (text.trim()) node.data = '';
    into.appendChild(node);
    for (let at = 0; at < text.length && text.trim(); at += step.size) {
      node.data = text.slice(0, at + step.size);
      if (--step.left >= 0 || at % (step.size * 4) === 0) await wait(22);
    }
    node.data = text;
  }

  const isBlock = (node: Node) => node instanceof Element && /^(P|LI|PRE|TABLE|H\d)$/.test(node.tagName);

  async function grow(node: Node, into: Node, step: Step, first = true): Promise<void> {
    const isWhole = how === 'whole' || (how === 'blocks' && !first && isBlock(node));
    if (node instanceof Text) return growText(node, into, step);
    const children = isWhole || node instanceof SVGElement ? [] : [...node.childNodes];
    for (const child of children) child.remove();
    into.appendChild(node);
    if (isWhole && how === 'blocks') await wait(90);
    for (const child of children) await grow(child, node, step, false);
  }

  const field = document.createElement('textarea');
  field.id = 'replay-field';
  field.style.cssText = 'position: fixed; bottom: 0; left: 0; width: 400px; z-index: 2147483647';
  document.body.append(field);
  const play = async (): Promise<void> => {
    const exchange = exchanges[replay.done];
    field.value = '';
    if (exchange?.user) places.get(exchange.user)?.replaceWith(exchange.user);
    await wait(350);
    for (const answer of exchange?.answers ?? []) {
      const place = places.get(answer);
      const holder = place?.parentNode;
      if (!holder || !place) continue;
      const size = Math.max(5, Math.ceil((answer.textContent?.length ?? 0) / 140));
      // Put where it belongs: what stands after it in its parent stays after it.
      const box = { appendChild: (node: Node) => holder.insertBefore(node, place) } as unknown as Node;
      await grow(answer, box, { left: 200, size });
      place.remove();
    }
    replay.endedAt.push(Date.now());
    await wait(900);
    replay.done++;
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void play();
  });
  return replay.prompts;
}
