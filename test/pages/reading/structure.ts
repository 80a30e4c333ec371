/** Tables, lists, buttons and fields. */
import { casesOf } from './of.ts';

export const STRUCTURE = [
  ...casesOf('tables', {
    'rows that scroll': [
      '<style>.f tr{display:flex}.f td,.f th{display:block;flex:1}</style><table class="f"><tr><th></th><th>2023</th></tr><tr><td>Rent</td><td>9</td></tr></table>',
      '\t2023\nRent\t9',
    ],
    'rows drawn bit by bit': [
      '<table style="display:grid"><tbody style="display:grid"><tr style="display:flex"><td style="display:flex"></td><td style="display:flex">2023</td></tr><tr style="display:flex"><td style="display:flex">Rent</td><td style="display:flex">9</td></tr></tbody></table>',
      '\t2023\nRent\t9',
    ],
    'rows that a style takes away': [
      '<style>.c{display:grid;grid-template-columns:1fr 1fr}.c tbody,.c tr{display:contents}</style><table class="c"><tbody><tr><td></td><td>2023</td></tr><tr><td>Rent</td><td>9</td></tr></tbody></table>',
      '\t2023\nRent\t9',
    ],
    'cells over columns, by role': [
      '<div role="table"><div role="row"><div role="cell" aria-colspan="2">All</div><div role="cell">3</div></div><div role="row"><div role="cell">A</div><div role="cell">1</div><div role="cell">2</div></div></div>',
      'All\t\t3\nA\t1\t2',
    ],
    'an empty corner': [
      '<table><thead><tr><th></th><th>2023</th></tr></thead><tbody><tr><td>Rent</td><td>9</td></tr></tbody></table>',
      '\t2023\nRent\t9',
    ],
    'an empty cell in the middle': [
      '<table><tr><td>Costs</td><td></td><td>7</td></tr><tr><td>Gains</td><td>7</td><td></td></tr></table>',
      'Costs\t\t7\nGains\t7',
    ],
    'paragraphs, lists and breaks in cells': [
      '<table><tr><td><p>Basic</p></td><td><p>mail</p><p>files</p></td></tr><tr><td>Full</td><td><ul><li>mail</li><li>phone</li></ul></td></tr><tr><td>None</td><td>a<br>b</td></tr></table>',
      'Basic\tmail files\nFull\tmail phone\nNone\ta b',
    ],
    'cells over rows': [
      '<table><tr><td rowspan="2">North</td><td>A</td></tr><tr><td>B</td></tr><tr><td>South</td><td>C</td></tr></table>',
      'North\tA\n\tB\nSouth\tC',
    ],
    'cells over rows to the end of a group': [
      '<table><tbody><tr><td rowspan="0">North</td><td>A</td></tr><tr><td>B</td></tr></tbody><tbody><tr><td>South</td><td>C</td></tr></tbody></table>',
      'North\tA\n\tB\nSouth\tC',
    ],
    'cells over columns': [
      '<table><tr><td colspan="2">All</td><td>3</td></tr><tr><td>A</td><td>1</td><td>2</td></tr></table>',
      'All\t\t3\nA\t1\t2',
    ],
    'a cell over both': [
      '<table><tr><td colspan="2" rowspan="2">x</td><td>1</td></tr><tr><td>2</td></tr></table>',
      'x\t\t1\n\t\t2',
    ],
    'a column that is hidden': [
      '<table><tr><td>A</td><td style="display:none">no</td><td>1</td></tr><tr><td>B</td><td style="display:none">no</td><td>2</td></tr></table>',
      'A\t1\nB\t2',
    ],
    'a head that sorts': [
      '<table><tr><th><button>Plan</button></th><th><button>Price</button></th></tr><tr><td>Basic</td><td>10</td></tr></table>',
      'Plan\tPrice\nBasic\t10',
    ],
    'one column for the layout': ['<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>', 'One.\nTwo.'],
    'a table in a cell': [
      '<table><tr><td>A</td><td><table><tr><td>x</td><td>y</td></tr></table></td></tr><tr><td>B</td><td>z</td></tr></table>',
      'A\tx y\nB\tz',
    ],
    'a title': ['<table><caption>Prices</caption><tr><td>A</td><td>1</td></tr></table>', 'Prices\nA\t1'],
    'code in a cell': [
      '<table><tr><td>Run</td><td><code>a  b</code></td></tr><tr><td>Stop</td><td><code>c</code></td></tr></table>',
      'Run\ta b\nStop\tc',
    ],
  }),
  ...casesOf('numbers of lists', {
    'counted from another number': [
      '<style>.k{list-style:none;counter-reset:k 4}.k li{counter-increment:k}.k li::before{content:counter(k) ". "}</style><ol class="k"><li>x</li><li>y</li></ol>',
      '5. x\n6. y',
    ],
    'counted with words': [
      '<style>.w{list-style:none;counter-reset:w}.w li{counter-increment:w}.w li::before{content:"Step " counter(w) ": "}</style><ol class="w"><li>x</li><li>y</li></ol>',
      'Step 1: x\nStep 2: y',
    ],
    'counted in letters': [
      '<style>.a{list-style:none;counter-reset:a}.a li{counter-increment:a}.a li::before{content:"(" counter(a, lower-alpha) ") "}</style><ol class="a"><li>x</li><li>y</li></ol>',
      '(a) x\n(b) y',
    ],
    'counted through lists in each other': [
      '<style>.l,.l ol{list-style:none;counter-reset:i}.l li{counter-increment:i}.l li::before{content:counters(i, ".") " "}</style><ol class="l"><li>x<ol><li>y</li><li>z</li></ol></li><li>u</li></ol>',
      '1 x\n1.1 y\n1.2 z\n2 u',
    ],
    'counted where items are no items': [
      '<style>.s{list-style:none;counter-reset:s}.s li{display:flex;counter-increment:s}.s li::before{content:counter(s) ". "}</style><ol class="s"><li><span>x</span></li><li><span>y</span></li></ol>',
      '1. x\n2. y',
    ],
    'Greek, and with a nought': [
      '<ol style="list-style-type:lower-greek"><li>x</li><li>y</li></ol><ol style="list-style-type:decimal-leading-zero"><li>z</li></ol>',
      'α. x\nβ. y\n01. z',
    ],
    'through a wrapper that a style takes away': [
      '<ol><div style="display:contents"><li>x</li></div><li>y</li></ol>',
      '1. x\n2. y',
    ],
    'from one': ['<ol><li>Open.</li><li><p>Close.</p></li></ol>', '1. Open.\n2. Close.'],
    'that go on': ['<ol><li>Open.</li></ol><pre>x</pre><ol start="2"><li>Close.</li></ol>', '1. Open.\nx\n2. Close.'],
    'of their own': ['<ol><li>a</li><li value="7">b</li><li>c</li></ol>', '1. a\n7. b\n8. c'],
    backwards: ['<ol reversed><li>a</li><li>b</li></ol>', '2. a\n1. b'],
    'letters and Roman': [
      '<ol type="a"><li>x</li><li>y<ol style="list-style-type:upper-roman" start="4"><li>z</li></ol></li></ol>',
      'a. x\nb. y\nIV. z',
    ],
    'that a style takes away': ['<ol style="list-style:none"><li>x</li></ol>', 'x'],
    'counted by style': [
      '<style>.c{list-style:none;counter-reset:n}.c>li{counter-increment:n}.c>li::before{content:counter(n) ". "}</style><ol class="c"><li>x</li><li>y</li></ol>',
      '1. x\n2. y',
    ],
    'of a bulleted list with a style': ['<ul style="list-style-type:decimal"><li>x</li><li>y</li></ul>', '1. x\n2. y'],
    'elements of the page’s own': [
      '<style>x-item{display:list-item;list-style-type:decimal}</style><x-list><x-item>x</x-item><x-item>y</x-item></x-list>',
      '1. x\n2. y',
    ],
    ticks: [
      '<ul style="list-style-type:\'✓ \'"><li>x</li></ul><ul style="list-style-type:\'✗ \'"><li>y</li></ul>',
      '✓ x\n✗ y',
    ],
    bullets: ['<ul><li>x</li><li>y</li></ul>', 'x\ny'],
    'an item with nothing in it': ['<ol><li></li><li>y</li></ol>', '1.\n2. y'],
  }),
  ...casesOf('buttons and fields', {
    'a control that is no button': [
      '<div><span>python</span><div role="button" tabindex="0">Copy code</div></div><p>Visit the <span role="button">Louvre</span> today.</p>',
      'python\nVisit the Louvre today.',
    ],
    'words of a sentence': [
      '<p>Visit the <button>Eiffel Tower</button> before noon.</p>',
      'Visit the Eiffel Tower before noon.',
    ],
    'at the end, in a wrapper': ['<p>Visit the <span><button>Louvre</button></span></p>', 'Visit the Louvre'],
    'at the start': ['<p><button>Paris</button> is large.</p>', 'Paris is large.'],
    'a bar of controls': [
      '<div><span>python</span><button>Copy code</button><button>Run</button></div><p>Text.</p>',
      'python\nText.',
    ],
    'a number that leads to a source': ['<p>It takes 30 days <button>1</button>.</p>', 'It takes 30 days .'],
    'a choice': ['<p>Ship by <select><option>sea</option><option selected>air</option></select>.</p>', 'Ship by air.'],
    'a filled field': [
      '<p>Amount: <input value="120 EUR"></p><p>Note: <textarea>pay\nsoon</textarea></p>',
      'Amount: 120 EUR\nNote: pay\nsoon',
    ],
    'what nobody sees of fields': [
      '<p>Key: <input type="password" value="x"><input type="hidden" value="y"><input type="submit" value="Go"></p>',
      'Key:',
    ],
    'a quotation': ['<p>He said <q>no</q>.</p>', 'He said “no”.'],
    'how a word is read': ['<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>', '漢 (kan)'],
    'a form with fields called as its own parts': [
      '<form><input name="firstChild" type="hidden"><input name="localName" type="hidden"><p>Text.</p></form>',
      'Text.',
    ],
    'elements and roles called as the parts of an object are': [
      '<p role="constructor">One.</p><constructor>Two.</constructor><math><constructor><mi>x</mi></constructor></math>',
      'One.\nTwo.x',
    ],
    'what is folded up': ['<details><summary>More</summary><p>The rest.</p></details>', 'More\nThe rest.'],
  }),
];
