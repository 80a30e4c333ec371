import type { Exchange } from './blocks.ts';

export const ENGLISH: readonly Exchange[] = [
  {
    prompt: 'How long may we keep the invoices of a customer who has left?',
    answer: [
      {
        p: 'In most European countries you must keep **issued invoices for ten years**, counted from the end of the financial year.',
      },
      {
        p: 'That duty is stronger than a request to be forgotten, so you may keep the invoice and still erase the rest:',
      },
      {
        list: [
          'delete the marketing profile and its history',
          'strip phone numbers from support tickets',
          'leave the tax record as it is',
        ],
      },
      { p: 'Write the reason for keeping it next to the record. An auditor will ask for that first.' },
    ],
  },
  {
    prompt: 'Give me a query that lists them, oldest first.',
    answer: [
      {
        p: 'This lists closed accounts with at least one invoice, the oldest first. Replace `customers` with your own table name.',
      },
      {
        code: "select c.name, min(i.issued_on) as first_invoice\nfrom customers c\njoin invoices i on i.customer_id = c.id\nwhere c.state = 'closed'\ngroup by c.name\norder by first_invoice;",
        language: 'sql',
      },
      { p: 'On a large table, add an index on `invoices (customer_id, issued_on)` before you run it in the daytime.' },
    ],
  },
  {
    prompt: 'And what do I tell the customer?',
    answer: [
      { heading: 'Short reply you can send' },
      {
        p: 'Thank you for writing to us. We have removed your contact details and preferences from our systems today.',
      },
      {
        p: 'The law asks us to keep past invoices, so those remain in a **closed archive** that only the accounting office can open. They will be destroyed when the period ends.',
      },
      {
        steps: [
          'Name the law of your own country in the second paragraph',
          'Send it within thirty days',
          'File a copy with the ticket',
        ],
      },
    ],
  },
];

export const ENGLISH_PAST: readonly Exchange[] = [
  {
    prompt: 'Which desk in the office gets the least noise?',
    answer: [
      {
        p: 'Going by the floor plan, the **two desks beside the archive** are the quietest: there is no corridor behind them and the printer is a wall away.',
      },
      { p: 'They do get the afternoon sun, so ask for a blind.' },
    ],
  },
  {
    prompt:
      'Shorten this for the notice board: the lift will be out of order on Tuesday because of the yearly inspection.',
    answer: [
      {
        p: 'Lift out of service on Tuesday for its yearly inspection. Please use the stairs by the north entrance, or ring reception if you need help.',
      },
    ],
  },
  {
    prompt: 'What should I check before I sign a courier contract?',
    answer: [
      { p: 'Four points decide most disputes with couriers, so read these before anything else:' },
      {
        list: [
          'who pays when a parcel is lost, and up to how much',
          'how late a pickup may be',
          'the fuel surcharge and who sets it',
          'how you can end the contract',
        ],
      },
    ],
  },
  {
    prompt: 'How many litres does a 40 x 30 x 25 cm box hold?',
    answer: [
      { p: 'It holds **30 litres**: 40 times 30 times 25 is 30,000 cubic centimetres, and a litre is 1,000 of those.' },
    ],
  },
];
