/** What is asked at a desk, and what it says, by the kind of work. `⏸` stands where the machine calls a tool. */
import { MORE } from './words-more.ts';
import { OTHER } from './words-other.ts';

export interface Line {
  asks: string;
  answers: string;
  /** What is written into the document beside the conversation. */
  writes?: string;
}

const MIXED: readonly Line[] = [
  {
    asks: 'Which of our warehouses can take a pallet of batteries?',
    answers:
      'Only **Hall 3 in Rotterdam**. It has the fire class for lithium cells, and two free bays until the end of the month.\n\nThe others lack the sprinkler type that the insurer asks for.',
  },
  {
    asks: 'Show them with their fire class.',
    answers:
      'Here they are:\n\n| Hall | City | Fire class |\n|---|---|---|\n| 1 | Antwerp | B2 |\n| 2 | Antwerp | B2 |\n| 3 | Rotterdam | A1 |\n\nThe list is from the audit in May.',
  },
  {
    asks: 'How do I get that from the database?',
    answers:
      'Ask the view, not the table:\n\n```sql\nselect hall, city, fire_class\nfrom audit.halls\nwhere valid_to is null;\n```\n\nThe view leaves out halls that were sold.',
  },
  {
    asks: 'What do I tell the carrier?',
    answers:
      '### Note to the carrier\n\nPlease deliver to Hall 3, gate 7. Before the gate opens, the driver needs:\n\n- the transport document\n- the `UN3480` label on each side\n- a helmet\n\nThe gate closes at four.',
  },
];

const SHORT: readonly Line[] = [
  { asks: 'Is the Lyon office open on Saturday?', answers: 'Yes, until noon.' },
  { asks: 'Do I need a badge there?', answers: 'No.' },
  { asks: 'Who has the key to the archive?', answers: 'Mrs Okafor, room 214.' },
  { asks: 'And if she is away?', answers: 'The reception desk has a spare one.' },
  { asks: 'Is there parking?', answers: 'Yes.' },
];

/** Questions as people paste them: several paragraphs, lists, code, quotes, longer than the answers. */
const RICH: readonly Line[] = [
  {
    asks: 'Please check this notice before I send it:\n\n**Fire drill on Thursday**\n\n- leave by the north stairs\n- meet at the flagpole\n- wait for the all-clear\n\nIs anything missing?',
    answers: 'Add the time, and say that the lifts must not be used. The rest is complete.',
  },
  {
    asks: 'Thanks. And this query fails:\n\n```sql\nselect *\nfrom invoices\nwhere due < now()\ngroup by customer;\n```\n\nThe error says `column must appear in GROUP BY`. See [the manual](https://example.org/manual) too.',
    answers:
      'You group by customer but select every column. Name the columns you need:\n\n```sql\nselect customer, count(*)\nfrom invoices\nwhere due < now()\ngroup by customer;\n```',
  },
  {
    asks: '# Minutes of Monday\n\nWe met at nine. *Anna* reported on the move, **Piet** on the lift.\n\n> The lift will be out of order for two weeks.\n\n| Who | What |\n|---|---|\n| Anna | boxes |\n| Piet | lift |\n\nSum it up in one sentence.',
    answers: 'Anna sees to the boxes and Piet to the lift, which is out of order for two weeks.',
  },
  {
    asks: 'Translate for the canteen:\n\nToday there is lentil soup.\n\nTomorrow there is fish.\n\nOn Friday we are closed.',
    answers:
      'Heute gibt es Linsensuppe.\n\nMorgen gibt es Fisch.\n\nAm Freitag ist geschlossen, und ab Montag gilt wieder der gewohnte Plan.',
  },
];

const TOOLS: readonly Line[] = [
  {
    asks: 'How many parcels are late this week?',
    answers:
      'I look that up in the shipping system.⏸\n\nThere are **fourteen** late parcels, nine of them for the same carrier.',
  },
  {
    asks: 'What are the reasons?',
    answers:
      'Most of them wait for customs. The second group⏸ was sorted to the wrong hub, and two were refused at the door.',
  },
  {
    asks: 'Draft a mail to the carrier.',
    answers:
      'Dear partner, nine of our parcels are late this week.⏸ Please tell us by Friday what went wrong at the hub, and whom we can call. The list of numbers is attached.\n\nKind regards',
  },
];

const WRITES: readonly Line[] = [
  {
    asks: 'Write a page on how to close the shop in the evening.',
    answers: 'I have put the page beside our talk. Tell me what to change.',
    writes:
      '### Closing the shop\n\nBegin at half past six with the till, since counting takes longest.\n\n- count the cash twice\n- lock the back door\n- switch off the window lights\n\nThe last person out sets the alarm and sends a short message to the manager on duty.',
  },
  {
    asks: 'Add what to do when the alarm does not start.',
    answers: 'Done: there is a new paragraph at the end.',
    writes:
      '### Closing the shop\n\nBegin at half past six with the till, since counting takes longest.\n\n- count the cash twice\n- lock the back door\n- switch off the window lights\n\nThe last person out sets the alarm and sends a short message to the manager on duty.\n\nIf the alarm does not start, call the number on the panel and stay until somebody answers. Do not leave the shop open.',
  },
];

export const SAID: Record<string, readonly Line[]> = {
  mixed: MIXED,
  short: SHORT,
  rich: RICH,
  tools: TOOLS,
  writes: WRITES,
  ...OTHER,
  ...MORE,
};

/** What was said before this visit. */
export const BEFORE: readonly Line[] = [
  {
    asks: 'Shorten the sign for the stairs:\n\nThese stairs are **wet** because of the rain.\n\nPlease walk slowly.',
    answers: 'Wet stairs: please walk slowly.',
  },
  {
    asks: 'When is the next stocktaking?',
    answers:
      'On **the last Friday of June**, from six in the morning. The shop opens at eleven that day, and staff of both shifts are expected.',
  },
];
