/** Icons without a name for screen readers, bars, and what styles raise: what tells one answer from its opposite. */
import { casesOf } from './of.ts';

export const ICONS = [
  ...casesOf('icons that only their names tell apart', {
    'of a font, by class': [
      '<p><i class="fa-solid fa-check" aria-hidden="true"></i> Dogs</p><p><i class="fa-solid fa-xmark" aria-hidden="true"></i> Cats</p><p><i class="bi bi-check-circle"></i> Birds</p><p><i class="bi bi-x-lg"></i> Fish</p>',
      '✓ Dogs\n✗ Cats\n✓ Birds\n✗ Fish',
    ],
    'drawings in cells': [
      '<table><tr><th>Plan</th><th>Phone</th></tr><tr><td>Basic</td><td><svg class="lucide lucide-x text-red-500 h-4 w-4" aria-hidden="true"></svg></td></tr><tr><td>Full</td><td><svg class="lucide lucide-check h-4 w-4"></svg></td></tr></table>',
      'Plan\tPhone\nBasic\t✗\nFull\t✓',
    ],
    'drawings of a sprite, and files': [
      '<p><svg><use href="/i/sprite.svg#icon-check"></use></svg> Dogs</p><p><svg><use href="#cross"></use></svg> Cats</p><p><img src="/i/thumbs-up.svg?v=2"> Good</p><p><img src="/i/thumbs-down.svg"> Bad</p>',
      '✓ Dogs\n✗ Cats\n👍 Good\n👎 Bad',
    ],
    'words of a font': [
      '<p><span class="material-symbols-outlined">check_circle</span> Dogs</p><p><span class="material-symbols-outlined">close</span> Cats</p>',
      '✓ Dogs\n✗ Cats',
    ],
    'elements of the page’s own, and names for tests': [
      '<p><iconify-icon icon="mdi:check-bold"></iconify-icon> Dogs</p><p><ion-icon name="close-circle"></ion-icon> Cats</p><p><svg data-testid="CheckCircleIcon"></svg> Birds</p>',
      '✓ Dogs\n✗ Cats\n✓ Birds',
    ],
    'drawings without any name: ticks, in one stroke or two, with a ring around': [
      '<ul><li><svg><path d="M5 13l4 4L19 7"/></svg> a</li><li><svg><path d="m4.5 12.75 6 6 9-13.5"/></svg> b</li><li><svg><polyline points="20 6 9 17 4 12"/></svg> c</li><li><svg><path d="M9 12l2 2 4-4m6 2a9 9 0 11-18 0 9 9 0 0118 0z"/></svg> d</li></ul>',
      '✓ a\n✓ b\n✓ c\n✓ d',
    ],
    'drawings without any name: crosses': [
      '<ul><li><svg><path d="M6 18L18 6M6 6l12 12"/></svg> a</li><li><svg><line x1="18" y1="6" x2="6" y2="18"/><line x1="6" y1="6" x2="18" y2="18"/></svg> b</li><li><svg><path d="M10 14l2-2m0 0l2-2m-2 2l-2-2m2 2l2 2m7-2a9 9 0 11-18 0 9 9 0 0118 0z"/></svg> c</li></ul>',
      '✗ a\n✗ b\n✗ c',
    ],
    'drawings without any name that are neither: arrows, what opens a list, a plus, a house': [
      '<ul><li><svg><path d="M19 9l-7 7-7-7"/></svg><svg><path d="M5 9l7 7 7-7"/></svg><svg><path d="M9 5l7 7-7 7"/></svg><svg><path d="M12 4v16m8-8H4"/></svg><svg><path d="M3 12l9-9 9 9M5 10v10h14V10"/></svg><svg><path d="M14 5l7 7m0 0l-7 7m7-7H3"/></svg> a</li></ul>',
      'a',
    ],
    'up and down, for and against': [
      '<p>Sales <i class="ti ti-trending-up"></i> 4 %, costs <i class="fas fa-arrow-down"></i> 2 %</p><ul><li><i class="fas fa-plus"></i> cheap</li><li><i class="fas fa-minus"></i> slow</li></ul>',
      'Sales ↑ 4 %, costs ↓ 2 %\n+ cheap\n− slow',
    ],
    'a name for people comes first': [
      '<style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style><p><i class="fa fa-check" aria-label="No"></i> Cats</p><p><i class="fa fa-check"></i><span class="sr-only">Yes</span> Dogs</p>',
      'No Cats\nYes Dogs',
    ],
    'none in controls and links, none that is hidden, none that only adorns': [
      '<style>.off{display:none}</style><p><button><svg class="lucide lucide-check"></svg></button>See <a href="#">it <svg class="lucide lucide-x"></svg></a></p><p><i class="fa fa-check off"></i><svg class="block md-block gap-x h-4"></svg><i class="fa fa-2x fa-user-check"></i> Ann</p>',
      'See it\nAnn',
    ],
  }),
  ...casesOf('bars and sliders', {
    'drawn by a component': [
      '<p>Done <span role="progressbar" aria-valuenow="40"></span>, risk <span role="meter" aria-valuenow="3" aria-valuemin="1" aria-valuemax="5"></span></p>',
      'Done 40 %, risk 50 %',
    ],
    'with words for it, its own or told': [
      '<p>Heat <span role="slider" aria-valuenow="7" aria-valuetext="high"></span>, done <span role="progressbar" aria-valuenow="40">4 of 10</span></p>',
      'Heat high, done 4 of 10',
    ],
    'a slider, and a field that is one': [
      '<p>Heat <span role="slider" aria-valuenow="7" aria-valuemin="0" aria-valuemax="10"></span>, share <input type="range" value="40"></p>',
      'Heat 7, share 40',
    ],
    'one that knows nothing': ['<p>Done <span role="progressbar"></span></p>', 'Done'],
  }),
  ...casesOf('what is chosen of a list', {
    'by role': [
      '<ul role="listbox"><li role="option" aria-selected="true">Approve</li><li role="option" aria-selected="false">Reject</li></ul>',
      '(x) Approve\n( ) Reject',
    ],
    'with nothing chosen': [
      '<div role="listbox"><div role="option">Approve</div><div role="option">Reject</div></div>',
      '( ) Approve\n( ) Reject',
    ],
    'of the browser’s own list': ['<p><select><option>Approve<option selected>Reject</select></p>', 'Reject'],
  }),
  ...casesOf('raised and lowered by a style', {
    'an exponent': [
      '<style>.s{vertical-align:super;font-size:.7em}</style><p>10<span class="s">3</span> m, x<em class="s">n</em>+1</p>',
      '10^3 m, x^n+1',
    ],
    'an index': [
      '<p>log<span style="vertical-align:sub">2</span>8, H<span style="vertical-align:sub">2</span>O</p>',
      'log_2 8, H2O',
    ],
    'a note': [
      '<p>It takes 30<span style="vertical-align:super"><a href="#n">2</a></span> days</p>',
      'It takes 30 2 days',
    ],
    'only as high as its line': ['<p>10<span style="vertical-align:middle">3</span></p>', '103'],
  }),
  ...casesOf('lines of code that were put in and taken out', {
    'by signs of a style': [
      '<style>.add::before{content:"+ "}.del::before{content:"- "}.add,.del{display:block}</style><pre><code><span class="del">a = 1</span><span class="add">a = 2</span></code></pre>',
      '- a = 1\n+ a = 2',
    ],
    'by signs close to the line': [
      '<style>.inserted::before{content:"+"}.removed::before{content:"−"}.l{display:block}</style><pre><code><span class="l removed">a</span><span class="l inserted">b</span><span class="l">c</span></code></pre>',
      '−a\n+b\nc',
    ],
    'by words that are no sign': [
      '<style>.added::before{content:"new";float:right}.l{display:block}</style><pre><code><span class="l added">a</span><span class="l">b</span></code></pre>',
      'a\nb',
    ],
  }),
  ...casesOf('numbers of lines by an attribute', {
    'in a table of code': [
      '<style>.bn::before{content:attr(data-line-number)}.c{white-space:pre}</style><table><tr><td class="bn" data-line-number="1"></td><td class="c">a = 1</td></tr><tr><td class="bn" data-line-number="2"></td><td class="c">  b = 2</td></tr></table>',
      'a = 1\n  b = 2',
    ],
    'before each line': [
      '<style>.n::before{content:attr(data-lineno) " "}.l{display:block}</style><div style="white-space:pre"><div><span class="n" data-lineno="1"></span><span>a = 1</span></div><div><span class="n" data-lineno="2"></span><span>  b = 2</span></div></div>',
      'a = 1\n  b = 2',
    ],
    'beside a line that has one itself': [
      '<pre><code><span class="x" data-line-number="1">a = 1</span></code></pre>',
      'a = 1',
    ],
  }),
  ...casesOf('rows and tables of numbers', {
    'a row that is shut': [
      '<table><tr><td>A</td><td>1</td></tr><tr style="visibility:collapse"><td>B</td><td>2</td></tr><tr><td>C</td><td>3</td></tr></table>',
      'A\t1\nC\t3',
    ],
    'brackets around a matrix, once': [
      '<p><math><mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>]</mo></mrow></math></p>',
      '[1, 2; 3, 4]',
    ],
    'a brace before cases': [
      '<p><math><mrow><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mn>2</mn></mtd><mtd><mi>b</mi></mtd></mtr></mtable></mrow></math></p>',
      '{[1, a; 2, b]',
    ],
  }),
];
