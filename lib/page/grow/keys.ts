/**
 * How much a text says, by the keys that write it: a sentence of Chinese has a third of the letters of one in English, and takes
 * a person as long to type. So lengths and speeds that tell a sentence from a label, or a person from a machine, count keys.
 */

/** Characters of Chinese and Japanese, three keys each as a rule; kana and syllables of Hangul, two. */
const THREE = /[\u3400-\u9fff\uf900-\ufaff]/g;
const TWO = /[\u3041-\u30ff\uac00-\ud7a3]/g;

/** Keys that are pressed to write a text. */
export const keysIn = (text: string): number => text.replace(THREE, '...').replace(TWO, '..').length;
