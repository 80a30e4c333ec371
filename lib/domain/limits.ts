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
/** A form of the panel as it is kept while somebody fills it in: its texts, as JSON may write them, and what is chosen. */
export const LONGEST_FORM = 6 * (LONGEST_OUTPUT + 2 * LONGEST_COMMENT + 20 * LONGEST_PASSAGE_NOTE);
export const LONGEST_FORM_KEY = 120;
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
/** Ways of reading a text that there may ever be. */
export const MOST_CANON = 1_000;
/** Codes of what spoke for something. */
export const MOST_EVIDENCE = 40;
/** What a tool states of how sure it is of an answer, and what around one may state it. */
export const LONGEST_STATED = 60;
export const MOST_STATED = 6;
/** Name of a host. RFC 1035, section 2.3.4. */
export const LONGEST_HOST = 253;
/** Id or name of a tool profile, and what an element says by which it is found. */
export const LONGEST_TOOL = 60;
/** Name of a model, where outputs are counted by it. */
export const LONGEST_MODEL = 80;

/** Outputs of a stratum that one browser counts in a day, and their words: more than anybody reads. */
export const MOST_TALLIED = 10_000;
export const MOST_WORDS_TALLIED = 50_000_000;

/** Text that is put into a field and looked up. */
export const LONGEST_PASTE = 200_000;
/** Text of a page that is looked up where the policy asks for it. */
export const LONGEST_BLOCK = 20_000;

/** Who somebody is, as a collector or an installation knows them. */
export const LONGEST_PERSON = 200;
/** Groups that a company's sign-in says somebody is in. */
export const MOST_GROUPS = 500;
/** For how many days something is kept: a hundred years. */
export const MOST_DAYS_KEPT = 36_500;
/** For how many days an approval, a token or what is recognised holds: ten years. */
export const MOST_DAYS_HELD = 3_650;

/** Id of something that a policy or a form names, in kebab case. */
export const LONGEST_KEY = 60;
/** Name of a field, of a method: one word. */
export const LONGEST_FIELD_NAME = 40;
/** Name of a role, a team, a time zone, a person who is masked. */
export const LONGEST_NAME = 100;
/** Type of an event, in a filter. */
export const LONGEST_TYPE = 100;
export const MOST_TYPES = 100;
/** Scheme, host and port of a page, and a pattern of one site. */
export const LONGEST_ORIGIN = 300;
/** Of something that cannot be used twice. */
export const LONGEST_TOKEN = 100;
export const LONGEST_SECRET = 4_000;
export const LONGEST_TARGET_ID = 100;
/** `source id` of an event. */
export const LONGEST_EVENT_KEY = 200;
/** Answers to reports that are heard at once. */
export const MOST_NEWS = 5_000;
/** Blocks of a page that are looked up at once. */
export const MOST_BLOCKS = 10;
/** Edits between a quote and its nearest look-alike, and places where the same words stand. */
export const LONGEST_DISTANCE = 100_000;
export const MOST_TWINS = 1_000;
/** Of a tool profile: a selector, a regular expression, and the ways to find one thing. */
export const LONGEST_SELECTOR = 500;
export const LONGEST_PATTERN = 200;
export const MOST_WAYS = 12;
/** Which of the ways found it, as events tell it. */
export const MOST_SELECTORS = 20;
/** Kinds of sources that a content credential names. */
export const MOST_SOURCE_TYPES = 10;
/** Signature of the ledger's head. */
export const LONGEST_SIGNATURE = 20_000;

/** What a collector says of signing in. */
export const LONGEST_SCOPE = 300;
export const MOST_SCOPES = 50;
export const MOST_ISSUERS = 10;
export const MOST_BEARER_METHODS = 10;
export const LONGEST_CLIENT_ID = 500;

/** A whole policy as a text, and as a collector signs it. */
export const LONGEST_POLICY = 1_000_000;
export const LONGEST_SIGNED_POLICY = 8_000_000;
/** What an old key says of the new one, and keys that a collector ever had. */
export const LONGEST_ANNOUNCEMENT = 5_000;
/** Of a signed receipt: every point of the longest checklist by its id. */
export const LONGEST_RECEIPT = 20_000;
export const MOST_KEYS = 1_000;
/** The author's own name of an issue of the policy, and as others' events repeat it. */
export const LONGEST_VERSION_NAME = 60;
export const LONGEST_VERSION = 100;
/** Texts of a policy: what it states, a remark on it, a sentence or two, one line. */
export const LONGEST_STATEMENT = 5_000;
export const LONGEST_REMARK = 1_000;
export const LONGEST_SENTENCE = 500;
export const LONGEST_LINE_OF_POLICY = 200;
/** Host and path where a process applies. */
export const LONGEST_PLACE = 300;
/** Lists of a policy. */
export const MOST_PROFILES = 200;
export const MOST_HOSTS = 500;
export const MOST_PLACES = 200;
export const MOST_PROCESSES = 200;
export const MOST_ROLES = 100;
export const MOST_MEMBERS = 500;
export const MOST_AUTHORISED = 100;
export const MOST_PARTIES = 20;
/** People whom one event names in its facts. */
export const MOST_NAMED = 2 * MOST_PARTIES;
export const MOST_DESIGNERS = 50;
export const MOST_AUDIENCE = 50;
export const MOST_STATEMENTS = 50;
export const MOST_MEASURES = 50;
export const MOST_BRIEF_FIELDS = 20;
export const MOST_CHOICES = 50;
export const MOST_POINTS = 30;
export const MOST_STEPS = 10;
export const MOST_VIEWS = 50;
export const MOST_HOLIDAYS = 1_000;
export const MOST_ENDPOINTS = 20;
/** Names that are masked. */
export const MOST_NAMES = 2_000;
/** Hours for which a text may go without an approval in an emergency: a working day, not a way of life. */
export const MOST_EMERGENCY_HOURS = 8;
/** Business hours of a step or a due time. */
export const MOST_HOURS = 1_000;
/** A sign-in for a signature is of the same day at most. */
export const MOST_MINUTES_SIGNED_IN = 24 * 60;
/** Days for which somebody has an item in hand before it is free again, and for which one may rest. */
export const MOST_DAYS_ASSIGNED = 30;
export const MOST_DAYS_DEFERRED = 180;
/** A calibration: so many judge the same items, and so long at most. Of two people there is nothing to compare. */
export const FEWEST_CALIBRATING = 3;
export const MOST_CALIBRATING = 10;
export const MOST_ITEMS_CALIBRATED = 30;
export const MOST_DAYS_CALIBRATING = 30;
/** Of continuous sampling: clean ones in a row, and one in so many. */
export const MOST_CLEAN = 1_000;
export const MOST_ONE_IN = 100;
/** Texts or people that a condition of a roll-out asks for. */
export const MOST_ROLLED_OUT = 100_000;
/** Test texts among what reviewers get: rarer than this, and known to be there, so that they do not become the work. */
export const LEAST_PROBE_ONE_IN = 20;
export const MOST_PROBE_ONE_IN = 1_000;
/** A test text, and what is wrong with it: a request that holds both fits the 10,000 bytes of the collector in any script of two bytes. */
export const LONGEST_PROBE = 3_000;
export const MOST_MONTHS_BETWEEN_REVIEWS = 36;
export const MOST_MONTHS_KEPT = 600;
export const MOST_DAYS_OF_ACTIVITY = 90;
