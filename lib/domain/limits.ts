/**
 * The longest and the most of what is taken in, kept or sent; each stands here and nowhere else. Lengths are counted in
 * UTF-16 units. Zod-free: content scripts may import it. A limit that is lowered drops events that others made under
 * the higher one, so that none ever is.
 */

/** Text of an output, and of its correction. */
export const LONGEST_OUTPUT = 500_000;
export const LONGEST_PROMPT = 100_000;
/** `tool:conversation:message`. */
export const LONGEST_OUTPUT_ID = 700;

/** Comment on a report, and note of a decision. */
export const LONGEST_COMMENT = 5_000;
/** Note on one passage. */
export const LONGEST_PASSAGE_NOTE = 2_000;
/** Passages of a report. */
export const MOST_PASSAGES = 20;
/** Words of a passage, and those around it by which it is found again. */
export const LONGEST_QUOTE = 20_000;
export const LONGEST_CONTEXT = 400;
/** Categories of a report; the first leads. */
export const MOST_CATEGORIES = 3;
/** Reports that one decision answers. */
export const MOST_ANSWERED = 1_000;

/** Title, model, name of a tool: what a page shows in one line. */
export const LONGEST_LABEL = 300;
/** Address of the page that shows an output, and of an endpoint. */
export const LONGEST_ADDRESS = 2_000;
/** Address of a source that an output cites. */
export const LONGEST_CITED_ADDRESS = 4_000;
export const MOST_CITATIONS = 100;
/** Codes of what spoke for something. */
export const MOST_EVIDENCE = 40;
/** Name of a host. RFC 1035, section 2.3.4. */
export const LONGEST_HOST = 253;
/** Id or name of a tool profile. */
export const LONGEST_TOOL = 60;

/** Text that is put into a field and looked up. */
export const LONGEST_PASTE = 200_000;
/** Text of a page that is looked up where the policy asks for it. */
export const LONGEST_BLOCK = 20_000;

/** Who somebody is, as a collector or an installation knows them. */
export const LONGEST_PERSON = 200;
/** For how many days something is kept: a hundred years. */
export const MOST_DAYS_KEPT = 36_500;
