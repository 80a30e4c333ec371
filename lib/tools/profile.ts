/** What a tool profile is. Types only: profiles are data, and the detector carries no schema library. */

/** Selectors in order of trust; the first one that matches wins (never joined into one list: order would be lost). */
export type Selectors = readonly string[];

/** How to read one web tool. Data only: no code, so that a policy can carry one. */
export interface ToolProfile {
  /** Kebab-case id, also the file name. */
  id: string;
  /** Name as people know it. */
  name: string;
  /** `gen_ai.provider.name` of OpenTelemetry, where the tool has one provider. */
  provider?: string;
  /** Day on which the selectors were last compared with evidence (ISO date). */
  checkedAt: string;
  match: {
    /** Host names; a leading `*.` also takes subdomains. */
    hosts: readonly string[];
    /** Regular expressions on path and query: at least one must match, where there are any. */
    paths?: readonly string[];
    /** Selectors of which one in the document is enough on a watched site of another name (self-hosted, embedded). */
    markers?: Selectors;
  };
  /** Elements with a shadow root in which the conversation lives. */
  shadowHosts?: Selectors;
  /** One AI turn. */
  turn: Selectors;
  /**
   * Where answers and prompts are built alike: a turn is an answer only if the element `at` in it, or in what stands right before it
   * (itself where that holds none), says one of `says`.
   */
  speaker?: { at: Selectors; says: readonly string[]; isBefore?: boolean };
  /** The answer's text within the turn; the whole turn where none matches and `proseRequired` is not set. */
  prose?: Selectors;
  /** True where a turn without prose is no answer (an image, a tool call). */
  proseRequired?: boolean;
  /** What to leave out of the text: thinking, tool calls, citation chips, buttons, timestamps. */
  exclude?: Selectors;
  /** True where the newest turn comes first in the page: the question then stands after its answer. */
  newestFirst?: boolean;
  /** One turn of the person. */
  user: Selectors;
  /** The prompt's text within the user's turn; all of it where none matches. */
  userText?: Selectors;
  /** In or on the turn while it streams. */
  streaming?: Selectors;
  /** Anywhere in the page while an answer streams: the stop button. */
  stop?: Selectors;
  /** Name of the model, in the turn or anywhere in the page: the text, or an attribute (`selector@attribute`). */
  model?: Selectors;
  /** Attributes that hold the message's id, on the turn or the first element in it that has one. */
  messageId?: readonly string[];
  /** Regular expressions on path and query; the first group is the conversation's id. */
  conversation?: readonly string[];
  /** Links in the turn that are its sources; all links in the prose where none is given. */
  citations?: Selectors;
  /** Buttons by which the tool itself takes an answer out: copy, insert, export, share. */
  exits?: Selectors;
}
