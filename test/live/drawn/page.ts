/** What a page of a framework is asked to draw: the answers of a conversation, in the markup of ChatGPT's turns. */
export interface Answer {
  id: string;
  paragraphs: string[];
}

declare global {
  interface Window {
    /** Has the framework draw these answers, and nothing else. */
    draw(answers: Answer[]): void | Promise<void>;
  }
}

/** Where it is drawn. */
export function place(): Element {
  const main = document.querySelector('main');
  if (!main) throw new Error('the page has no place to draw in');
  return main;
}
