/**
 * What each category is called in the taxonomies that auditors ask for. One table, here and in docs/categories.md; a
 * test compares them.
 *
 * - MQM core error types: https://themqm.org/error-types-2/typology/
 * - NIST AI 600-1, Generative AI Profile, section 2: https://doi.org/10.6028/NIST.AI.600-1
 * - OWASP Top 10 for LLM Applications 2025: https://genai.owasp.org/llm-top-10/
 * - MIT AI Risk Repository, domain taxonomy: https://airisk.mit.edu/
 */
import type { ProblemCategory } from '../codes.ts';

/** The names of a category elsewhere; empty where a taxonomy has none for it. */
interface Counterparts {
  mqm: readonly string[];
  nist: readonly string[];
  owasp: readonly string[];
  mit: readonly string[];
}

const MISINFORMATION = 'LLM09 Misinformation';
const FALSE = '3.1 False or misleading information';
const INCAPABLE = '7.3 Lack of capability or robustness';

export const TAXONOMY: Record<ProblemCategory, Counterparts> = {
  factual: { mqm: ['Accuracy'], nist: ['Confabulation'], owasp: [MISINFORMATION], mit: [FALSE] },
  unsupported: { mqm: ['Accuracy'], nist: ['Information Integrity'], owasp: [MISINFORMATION], mit: [FALSE] },
  outdated: { mqm: ['Accuracy'], nist: ['Information Integrity'], owasp: [MISINFORMATION], mit: [FALSE] },
  incomplete: { mqm: ['Accuracy: Omission'], nist: [], owasp: [], mit: [INCAPABLE] },
  instruction: { mqm: ['Audience appropriateness'], nist: [], owasp: [], mit: [INCAPABLE] },
  reasoning: { mqm: ['Accuracy'], nist: ['Confabulation'], owasp: [MISINFORMATION], mit: [INCAPABLE] },
  style: {
    mqm: ['Style', 'Terminology', 'Linguistic conventions', 'Locale conventions'],
    nist: [],
    owasp: [],
    mit: [],
  },
  privacy: {
    mqm: [],
    nist: ['Data Privacy'],
    owasp: ['LLM02 Sensitive Information Disclosure', 'LLM07 System Prompt Leakage'],
    mit: ['2.1 Compromise of privacy'],
  },
  harm: {
    mqm: [],
    nist: [
      'Harmful Bias and Homogenization',
      'Dangerous, Violent, or Hateful Content',
      'Obscene, Degrading, and/or Abusive Content',
    ],
    owasp: [],
    mit: [
      '1.1 Unfair discrimination and misrepresentation',
      '1.2 Exposure to toxic content',
      '1.3 Unequal performance across groups',
    ],
  },
  policy: { mqm: [], nist: ['Intellectual Property', 'Human-AI Configuration'], owasp: [], mit: [] },
  security: {
    mqm: [],
    nist: ['Information Security'],
    owasp: ['LLM01 Prompt Injection', 'LLM05 Improper Output Handling', 'LLM06 Excessive Agency'],
    mit: ['2.2 AI system security vulnerabilities and attacks'],
  },
  refusal: { mqm: [], nist: ['Human-AI Configuration'], owasp: [], mit: [] },
  other: { mqm: [], nist: [], owasp: [], mit: [] },
};
