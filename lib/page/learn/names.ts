/** Words by which pages name what is theirs: in class names, attributes, labels and small print. */

/** A word of a class name or attribute that says "the machine's". */
const AI_TOKENS = new Set(
  'assistant bot ai chatbot model gpt llm copilot answer response completion copilotkit machine system-message'.split(
    ' ',
  ),
);
/** One that says "the person's". */
const USER_TOKENS = new Set(
  'user human me mine my own self question prompt sender outgoing right sent customer visitor client'.split(' '),
);
/** One that says "a chat between people". */
const PEOPLE_TOKENS = new Set(
  'incoming outgoing customer contact member participant friend thread comment reply forum mail email inbox'.split(' '),
);

/** The words of an identifier: `botMessage--last` is `bot`, `message`, `last`. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** The identifiers that an element carries: class names, and the values of attributes that name a kind. */
function identifiersOf(element: Element): string[] {
  const values = [...element.classList, element.tagName.includes('-') ? element.tagName : ''];
  for (const { name, value } of element.attributes)
    if (/^(role|aria-label|aria-roledescription|alt|title|data-.*)$/.test(name) && value.length <= 60)
      values.push(value, name);
  return values;
}

const tokensIn = (element: Element, tokens: ReadonlySet<string>): boolean =>
  identifiersOf(element).some((identifier) => wordsOf(identifier).some((word) => tokens.has(word)));

export const namesAi = (element: Element): boolean => tokensIn(element, AI_TOKENS);
export const namesUser = (element: Element): boolean => tokensIn(element, USER_TOKENS);
export const namesPeople = (element: Element): boolean => tokensIn(element, PEOPLE_TOKENS);

/** Small print and placeholders that say that a machine answers, in the languages of the first users and their neighbours. */
const AI_LABEL = new RegExp(
  [
    String.raw`\b(ai|a\.i\.|gpt|llm|chatbot|copilot|gemini|claude|mistral|llama)\b`,
    String.raw`\b(ai|virtual|digital|smart) (assistant|agent)\b`,
    String.raw`\bas+[iy]st[ae]n(?:t|\b)`,
    String.raw`\b(ia|ki)\b[- ]?(generat|gestützt|può|peut|puede|kann)?`,
    '(intelligenza artificiale|intelligence artificielle|intelig[eê]ncia artificial|künstliche intelligenz|人工知能|人工智能|인공지능)',
    '(can make mistakes|può (commettere errori|sbagliare)|peut (faire|commettre) des erreurs|puede cometer errores|kann fehler machen)',
    String.raw`\b(ask|message) (me )?anything\b`,
  ].join('|'),
  'iu',
);

/** Whether a text says that a machine speaks here. */
export const labelsAi = (text: string): boolean => AI_LABEL.test(text);

/**
 * A line beside a text that says that a machine wrote it. All of what stands between two marks, since people have titles too:
 * "Marco, AI Engineer".
 */
const MACHINE =
  /^(?:(?:ai|virtual|digital)[- ](?:agent|assistant|bot)|ai[- ](?:answer|response|reply|summary|overview)|(?:answered|written|generated) by ai|ai[- ]generated|(?:assistente|agente) (?:virtuale?|ai|ia)|rispost[ae] (?:dell['’]|con )?(?:ai|ia)|(?:réponse|respuesta|resposta)s? (?:de l['’]|de |da )?(?:ia|ai)|generat[oa] con (?:l['’])?(?:ai|ia)|ki-(?:antwort|agent|assistent(?:in)?)|(?:assistant|agent) (?:virtuel|ia)|asistente virtual|chatbot)$/i;

export const saysMachine = (text: string): boolean =>
  text.split(/[·•|,;:–—()\n]| - /u).some((part) => MACHINE.test(part.trim()));

/** What a button does, from its label. */
export const BUTTON_COPY = /\b(copy|copia|copier|copiar|kopieren)\b/i;
export const BUTTON_RATE = /\b(good|bad|like|dislike|thumbs?|helpful|rate|utile|mi piace|positiv|negativ)/i;
export const BUTTON_AGAIN = /\b(regenerate|retry|try again|rigenera|riprova|régénérer|regenerar|neu generieren)\b/i;
export const BUTTON_STOP = /\b(stop|cancel|interrompi|ferma|arrêter|detener|stopp|abbrechen)\b/i;

/** A button's label, as a screen reader would say it, and its class names. */
export const labelOf = (button: Element): string =>
  [
    button.getAttribute('aria-label'),
    button.getAttribute('title'),
    button.textContent,
    button.className?.toString?.(),
  ].join(' ');
