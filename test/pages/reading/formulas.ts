/** Formulas, in the order of their meaning. */
import katex from 'katex';
import { casesOf, PIXEL } from './of.ts';

const drawn = (tex: string): string => katex.renderToString(tex, { output: 'html', strict: false });

const EAR =
  '<span style="position: absolute; opacity: 0.001"><math><semantics><msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup><annotation encoding="text/plain">ten to the minus three</annotation></semantics></math></span>';
const EYE = '<svg aria-hidden="true"><text>10</text><text>−</text><text>3</text></svg>';

export const FORMULAS = [
  ...casesOf('formulas', {
    'KaTeX without its source: signs that are struck through, and what is cancelled': [
      `<p>${drawn('a \\neq b')}, ${drawn('a=b')}, ${drawn('\\not\\in A')}, ${drawn('\\cancel{x}+y')}, ${drawn('x+\\xcancel{y}')}, ${drawn('x+y')}</p>`,
      'a≠b, a=b, ∉A, ~~x~~+y, x+~~y~~, x+y',
    ],
    'KaTeX without its source: signs that are drawn': [
      `<p>${['\\vec{v}', '\\hat{v}', '\\overrightarrow{AB}', '\\overleftarrow{AB}', '\\widehat{ab}', '\\widetilde{ab}', '\\sout{x}'].map(drawn).join(', ')}</p>`,
      'v→, v^, AB→, AB←, ab^, ab~, ~~x~~',
    ],
    'KaTeX without its source: what is said over arrows, and with braces': [
      `<p>${['A\\xrightarrow{f}B', 'A\\xleftarrow[g]{f}B', 'A\\xrightarrow{}B', '\\underbrace{a+b}_{2}', '\\overbrace{a+b}^{n}', '(a+b)^n'].map(drawn).join(', ')}</p>`,
      'A→^f B, A←_g^f B, A→B, ((a+b)_⏟)_2, ((a+b)^⏞)^n, (a+b)^n',
    ],
    'what nothing is known of, and has a label': [
      '<p>Give <mjx-container aria-label="one half"><svg></svg></mjx-container> of it.</p>',
      'Give one half of it.',
    ],
    'KaTeX without its source: room for what is not there': [`<p>${drawn('\\phantom{x}y')}</p>`, 'y'],
    'MathJax: what is cancelled': [
      '<p><mjx-container><mjx-math><mjx-menclose><mjx-box><mjx-mi><mjx-c class="mjx-c78"></mjx-c></mjx-mi></mjx-box><mjx-ustrike></mjx-ustrike></mjx-menclose><mjx-mo><mjx-c class="mjx-c2B"></mjx-c></mjx-mo><mjx-mi><mjx-c class="mjx-c79"></mjx-c></mjx-mi></mjx-math></mjx-container></p>',
      '~~x~~+y',
    ],
    'MathJax of paths: what is cancelled, and what has a line above it': [
      '<p><mjx-container><svg><g data-mml-node="math"><g data-mml-node="menclose"><g data-mml-node="mi"><path data-c="78"></path></g><line x1="0" y1="9" x2="9" y2="0"></line></g><g data-mml-node="menclose"><g data-mml-node="mi"><path data-c="79"></path></g><line x1="0" y1="9" x2="9" y2="9"></line></g></g></svg></mjx-container></p>',
      '~~x~~y',
    ],
    'what is raised and what follows it': [
      '<p>2<sup>n+1</sup>, 2<sup>n</sup>+1, 2<sup>n</sup>m, 2<sup>nm</sup>.</p>',
      '2^(n+1), 2^n+1, 2^n m, 2^nm.',
    ],
    'ordinal numbers and notes behind numbers': [
      '<p>The 1<sup>st</sup> and 22<sup>nd</sup>, within 30<sup><a href="#n">2</a></sup> days.</p>',
      'The 1st and 22nd, within 30 2 days.',
    ],
    'what is lowered': [
      '<p>101<sub>2</sub> is 5<sub>10</sub>, log<sub>2</sub>8, a<sub>n+1</sub>, H<sub>2</sub>O.</p>',
      '101_2 is 5_10, log_2 8, a_(n+1), H2O.',
    ],
    'sources of parts of a formula': [
      '<p>Give <mjx-container jax="SVG"><svg><g data-mml-node="math"><g data-mml-node="mfrac" data-latex="\\\\frac"><g data-mml-node="mn" data-latex="1"><path data-c="31"></path></g><g data-mml-node="mn" data-latex="2"><path data-c="32"></path></g><rect></rect></g></g></svg></mjx-container>.</p>',
      'Give 1/2.',
    ],
    'MathML without a source': [
      '<p>Give <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <math><msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup></math> g.</p>',
      'Give 1/2 of 10^(−3) g.',
    ],
    'MathML with its source beside': [
      '<p>Give <math alttext="\\frac{1}{2}"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>.</p>',
      'Give \\frac{1}{2}.',
    ],
    'MathJax 2 with its script': [
      '<p>Give <span class="MathJax_Preview">?</span><span class="MathJax"><nobr><span>2</span><span>1</span></nobr></span><script type="math/tex">\\frac{1}{2}</script> of it.</p>',
      'Give \\frac{1}{2} of it.',
    ],
    'MathJax before it has drawn': [
      '<p>Give <script type="math/tex; mode=display">\\frac{1}{2}</script> of it.</p>',
      'Give\n\\frac{1}{2}\nof it.',
    ],
    'MathJax of paths': [
      '<p>Give <mjx-container jax="SVG"><svg><g data-mml-node="math"><g data-mml-node="mfrac"><g data-mml-node="mn"><path data-c="31"></path></g><g data-mml-node="mn"><path data-c="32"></path></g><rect></rect></g></g></svg></mjx-container> of it.</p>',
      'Give 1/2 of it.',
    ],
    'MathJax with MathML for screen readers': [
      '<style>mjx-assistive-mml{position:absolute;clip:rect(1px,1px,1px,1px)}</style><p>Give <mjx-container jax="CHTML"><mjx-math aria-hidden="true"><mjx-msup><mjx-mi><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi><mjx-script><mjx-mn><mjx-c class="mjx-c32"></mjx-c></mjx-mn></mjx-script></mjx-msup></mjx-math><mjx-assistive-mml><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container>.</p>',
      'Give x^2.',
    ],
    'MathML for the ear beside the same as a drawing': [
      `<p>Give <span style="position: relative">${EAR}${EYE}</span> g, or <span><math><mn>2</mn></math><svg aria-hidden="true"><text>2</text></svg></span>.</p>`,
      'Give 10^(−3) g, or 2.',
    ],
    'MathML for the ear beside a drawing, with the source at an empty picture over both': [
      `<p>Give <span><img aria-hidden="true" role="presentation" data-xpm-latex="10^{-3}" src="${PIXEL}">${EAR}${EYE}</span> g.</p>`,
      'Give 10^{-3} g.',
    ],
    'a drawing with words beside a sentence that holds a formula': [
      '<div><p>Half of <math><mi>x</mi></math> goes.</p><svg aria-hidden="true"><text>x by year</text></svg></div>',
      'Half of x goes.\nx by year',
    ],
    'an image of a formula': [
      `<p>Give <img class="tex" alt="\\frac{1}{2}" src="${PIXEL}"> of it.</p>`,
      'Give \\frac{1}{2} of it.',
    ],
    'source in an attribute': [
      '<p>Give <span class="math-inline" data-math="\\frac{1}{2}"><span class="katex"><span class="katex-html" aria-hidden="true">12</span></span></span>.</p>',
      'Give \\frac{1}{2}.',
    ],
    'an attribute that only sounds like one': ['<p>Give <b data-formula="bold">one half</b>.</p>', 'Give one half.'],
    'raised numbers': [
      '<p>Give 10<sup>−3</sup> g, 5 m<sup>2</sup>, within 30 days<sup><a href="#n">1</a></sup> or 2<sup>1</sup>/<sub>2</sub> hours.</p>',
      'Give 10^−3 g, 5 m^2, within 30 days1 or 2 1/2 hours.',
    ],
  }),
];
