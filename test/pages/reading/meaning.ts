/** Signs, boxes and strikes: what says yes and what says no. */
import { casesOf, PIXEL } from './of.ts';

const emoji = (alt: string): string => `<img alt="${alt}" src="${PIXEL}" width="16" height="16">`;

export const MEANING = [
  ...casesOf('what an image says', {
    'an image named otherwise than by its alternative text': [
      '<p><img aria-label="No"> Cats</p><p><img title="Yes"> Dogs</p>',
      'No Cats\nYes Dogs',
    ],
    'a drawing named by a title deeper in it': [
      '<p><svg role="img" aria-labelledby="t"><g><title id="t">Not allowed</title></g></svg> Cats</p>',
      'Not allowed Cats',
    ],
    'a drawing with words': [
      '<p><svg width="90" height="20"><defs><text>Maybe</text></defs><text y="15">No</text></svg> Cats</p><svg width="90" height="40"><foreignObject width="90" height="20"><div>Approve</div></foreignObject><text y="35">Reject</text></svg>',
      'No Cats\nApprove Reject',
    ],
    'an icon of a font that is named': [
      '<p><i class="material-icons" aria-label="No">close</i> Cats</p><p><span role="img" aria-label="Yes"><i class="material-icons" aria-hidden="true">check</i></span> Dogs</p>',
      'No Cats\nYes Dogs',
    ],
    'an icon that is told to screen readers beside it': [
      '<style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style><p><i class="fa fa-times" aria-hidden="true"></i><span class="sr-only">No</span> Cats</p><p><svg aria-hidden="true"></svg> <span class="sr-only">Yes</span> Dogs</p>',
      'No Cats\nYes Dogs',
    ],
    'what screen readers are told beside a sign that people see': [
      '<style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style><p><span aria-hidden="true">✓</span><span class="sr-only">Yes</span> Cats</p><p><svg aria-label="No"></svg><span class="sr-only">not</span> Dogs</p>',
      '✓ Cats\nNo Dogs',
    ],
    'a cell that is named': [
      '<table><tr><td>Cats</td><td title="No"><svg aria-hidden="true"></svg></td></tr><tr><td>Dogs</td><td aria-label="Yes"></td></tr></table>',
      'Cats\tNo\nDogs\tYes',
    ],
    'an icon of the page’s own': ['<p><x-icon name="x" aria-label="No"></x-icon> Cats</p>', 'No Cats'],
    'how far a bar is filled': [
      '<p>Rent <progress value="3" max="4">30 of 40</progress>, power <meter min="10" max="20" value="12">12</meter></p>',
      'Rent 75 %, power 20 %',
    ],
    'emoji as images': [
      `<p>${emoji('✅')} Wash at 30 degrees</p><p>${emoji('❌')} Tumble dry</p>`,
      '✅ Wash at 30 degrees\n❌ Tumble dry',
    ],
    'an emoji at the end of a word': [`<p>Done${emoji('🎉')}, thank you.</p>`, 'Done🎉, thank you.'],
    'words as an alternative text': [
      `<p>See ${emoji('the plan of the house')}here.</p>`,
      'See the plan of the house here.',
    ],
    'an image that says nothing': [`<p>One ${emoji('')}two.</p>`, 'One two.'],
    'an icon with a name': [
      '<ul><li><svg role="img" aria-label="Allowed" width="9" height="9"><path d="M0 0"/></svg> Dogs</li><li><svg role="img" width="9" height="9"><title>Forbidden</title></svg> Cats</li></ul>',
      'Allowed Dogs\nForbidden Cats',
    ],
    'words of a link in an element of their own': [
      '<p>See the <a href="#a"><span class="link-text">API library</span><i class="out" role="img" aria-label="opens in a new window"></i></a>, <a href="#b"><b class="name">Reuters</b></a> and <a href="#c"><em title="Chapter 4">the manual</em></a>.</p>',
      'See the API library, Reuters and the manual.',
    ],
    'an icon that says where a link leads': [
      '<p>See <a href="#">the list<svg role="img" aria-label="opens in a new window"></svg></a>.</p>',
      'See the list.',
    ],
    'an icon for the eyes alone': ['<p>Open <svg aria-hidden="true"><title>arrow</title></svg>it.</p>', 'Open it.'],
    'an icon whose holder is named': [
      '<table><tr><th>Plan</th><th>Phone</th></tr><tr><td>Basic</td><td><span title="No"><svg aria-hidden="true"></svg></span></td></tr><tr><td>Full</td><td><i class="fa fa-check" aria-label="Yes"></i></td></tr></table>',
      'Plan\tPhone\nBasic\tNo\nFull\tYes',
    ],
    'a sign that is named and shown': ['<p><span role="img" aria-label="warning">⚠</span> Hot</p>', '⚠ Hot'],
    'a sign drawn by style': [
      '<style>.ok::before{content:"✓"}.bad::before{content:"✗"}</style><p><span class="ok"></span> Rent</p><p><span class="bad"></span> Power</p>',
      '✓ Rent\n✗ Power',
    ],
    'an icon that is a word of a font': [
      '<p><span class="material-symbols-outlined">content_copy</span> Take two.</p>',
      'Take two.',
    ],
  }),
  ...casesOf('boxes', {
    native: [
      '<ul><li><input type="checkbox" disabled checked> Signed</li><li><input type="checkbox" disabled> Paid</li></ul>',
      '[x] Signed\n[ ] Paid',
    ],
    'drawn by a component': [
      '<div><button role="checkbox" aria-checked="true"><svg aria-hidden="true"></svg></button><input type="checkbox" aria-hidden="true" checked style="position:absolute;opacity:0"><label>Signed</label></div><div><button role="checkbox" aria-checked="false"></button><input type="checkbox" aria-hidden="true" style="position:absolute;opacity:0"><label>Paid</label></div>',
      '[x] Signed\n[ ] Paid',
    ],
    'items that are boxes': [
      '<ul><li role="checkbox" aria-checked="false">Signed</li><li role="checkbox" aria-checked="true">Paid</li><li role="checkbox" aria-checked="mixed">Sent</li></ul>',
      '[ ] Signed\n[x] Paid\n[-] Sent',
    ],
    'a list of tasks with paragraphs': [
      '<ul data-type="taskList"><li data-checked="true"><label><input type="checkbox" checked><span></span></label><div><p>Signed</p></div></li><li data-checked="false"><label><input type="checkbox"><span></span></label><div><p>Paid</p></div></li></ul>',
      '[x] Signed\n[ ] Paid',
    ],
    'numbered tasks': [
      '<ol><li><input type="checkbox" checked> One</li><li><input type="checkbox"> Two</li></ol>',
      '1. [x] One\n2. [ ] Two',
    ],
    'one of several': [
      '<p><label><input type="radio" name="a"> Monday</label> <label><input type="radio" name="a" checked> Friday</label></p>',
      '( ) Monday (x) Friday',
    ],
    'a field that nobody sees, and its drawing': [
      '<style>.c{position:absolute;opacity:0}</style><ul><li><input class="c" type="checkbox" checked><span class="drawn"></span>Signed</li></ul>',
      '[x] Signed',
    ],
    'a box that only opens a menu': [
      '<style>.m{display:none}</style><input class="m" type="checkbox" id="m"><p>Text.</p>',
      'Text.',
    ],
  }),
  ...casesOf('forced into another order', {
    'by its tag': ['<p>Pay <bdo dir="rtl">12</bdo> euro.</p>', 'Pay \u202e12\u202c euro.'],
    'by a class': [
      '<style>.turned{unicode-bidi:bidi-override;direction:rtl}</style><p>Pay <span class="turned">12</span> euro.</p>',
      'Pay \u202e12\u202c euro.',
    ],
    'by marks in the text': ['<p>Pay &#x202E;12&#x202C; euro.</p>', 'Pay \u202e12\u202c euro.'],
    'a name in its own direction is not': ['<p>Ask <bdi dir="rtl">דנה</bdi> first.</p>', 'Ask דנה first.'],
  }),
  ...casesOf('struck out', {
    'a line of code': [
      '<pre><code><del>a = 1</del>\n<ins>a = 2</ins>\n<s>b = 1</s>\nc</code></pre>',
      '~~a = 1~~\na = 2\n~~b = 1~~\nc',
    ],
    'by its tag': [
      '<p>Pay <s>100 EUR</s> 80 EUR by <del>May</del> June.</p>',
      'Pay ~~100 EUR~~ 80 EUR by ~~May~~ June.',
    ],
    'the other way round': [
      '<p>Pay 100 EUR <s>80 EUR</s> by May <del>June</del>.</p>',
      'Pay 100 EUR ~~80 EUR~~ by May ~~June~~.',
    ],
    'by a class': [
      '<style>.line-through{text-decoration-line:line-through}</style><p>Pay <span class="line-through">100</span> 80.</p>',
      'Pay ~~100~~ 80.',
    ],
    'by a style': ['<p>Pay <span style="text-decoration:line-through red">100</span> 80.</p>', 'Pay ~~100~~ 80.'],
    'whole items': [
      '<ul><li style="text-decoration:line-through"><p>Milk</p></li><li><p>Bread</p></li></ul>',
      '~~Milk~~\nBread',
    ],
    'a tag that its page does not strike out': [
      '<style>del.new{text-decoration:none}</style><p>Pay <del class="new">80</del>.</p>',
      'Pay 80.',
    ],
    'several parts of one': ['<p><s>a <b>bold</b> word</s> stays</p>', '~~a bold word~~ stays'],
    'in a cell': [
      '<table><tr><td>Fee</td><td><s>8</s></td></tr><tr><td>Tax</td><td>2</td></tr></table>',
      'Fee\t~~8~~\nTax\t2',
    ],
  }),
  ...casesOf('signs in a heading by which one gets its address', {
    'written by a style': [
      '<style>.anchor::before{content:"§"}</style><h3 id="a"><a class="anchor" href="#a"></a>Draft</h3><p>Dear Ines</p>',
      'Draft\nDear Ines',
    ],
    'a hash before the words, a pilcrow and an icon behind them': [
      '<h2 id="a"><a href="#a" aria-label="Link to this part">#</a> Price</h2><h3>Time<a class="headerlink" href="#b" title="Link">¶</a></h3><h3>Place <a href="/help#c">🔗</a></h3>',
      'Price\nTime\nPlace',
    ],
    'an icon with a name': [
      '<h2><a href="#a"><svg role="img" aria-label="Permalink"><path d="M0 0"/></svg></a>Terms</h2>',
      'Terms',
    ],
    'a heading that is a link itself, and signs that are words': [
      '<h2><a href="#a">C# and F#</a></h2><p>See <a href="#n">§</a> and <a href="#m">§ 12</a>.</p>',
      'C# and F#\nSee § and § 12.',
    ],
  }),
  ...casesOf('words that a style writes', {
    'before a paragraph': [
      '<style>.w::before{content:"Warning: "}</style><p class="w">Hot.</p><p>Cold.</p>',
      'Warning: Hot.\nCold.',
    ],
    'a minus': [
      '<style>.neg::before{content:"-"}</style><p>Gain <span class="neg">5</span>, <b>7</b></p>',
      'Gain -5, 7',
    ],
    'a unit behind a number': [
      '<style>.pct::after{content:" %"}</style><p>Rate <span class="pct">5</span>.</p>',
      'Rate 5 %.',
    ],
    'a unit in an element without words': [
      '<style>.pct::after{content:"%"}</style><p>Rate 5<span class="pct"></span>.</p>',
      'Rate 5%.',
    ],
    'by an attribute': [
      '<style>[data-ok="no"]::before{content:"❌ "}[data-ok="yes"]::before{content:"✅ "}</style><p data-ok="no">Cats</p><p data-ok="yes">Dogs</p>',
      '❌ Cats\n✅ Dogs',
    ],
    'taken from an attribute': [
      '<style>.t::before{content:attr(data-label) ": "}</style><p><span class="t" data-label="Price">5</span></p>',
      'Price: 5',
    ],
    'with other words for screen readers': [
      '<style>.a::before{content:"→" / "leads to"}</style><p>A <span class="a"></span> B</p>',
      'A → B',
    ],
    'before the items of a list': [
      '<style>.no,.yes{list-style:none}.no li::before{content:"✗ "}.yes li::before{content:"✓ "}</style><ul class="no"><li>Cats</li></ul><ul class="yes"><li>Dogs</li></ul>',
      '✗ Cats\n✓ Dogs',
    ],
    'as the marker of an item': [
      '<style>.no li::marker{content:"✗ "}</style><ul class="no"><li>Cats</li><li>Dogs</li></ul>',
      '✗ Cats\n✗ Dogs',
    ],
    'nothing said: quotation marks, arrows, a cursor, a clearing, what is shown when one points': [
      '<style>q2::before{content:open-quote}code::before,code::after{content:"`"}a::after{content:" ↗"}p::after{content:"▋"}.c::after{content:"";display:table}.tip::after{content:attr(data-tip);position:absolute;opacity:0}</style><p class="c">See <code>x</code>, <q2>y</q2>, <a href="#">this</a> and <span class="tip" data-tip="by law">that</span></p>',
      'See x, y, this and that',
    ],
    'a field that nobody has filled': [
      '<style>.e::before{content:attr(data-placeholder)}</style><p class="e" data-placeholder="Write here"><br></p><p>x</p>',
      'x',
    ],
  }),
];
