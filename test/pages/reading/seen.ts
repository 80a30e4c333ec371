/** Small answers that a style draws in another order than they stand in, or not at all: the text is what a person sees. */
import { casesOf, PIXEL } from './of.ts';

export const SEEN = [
  ...casesOf('drawn in another order', {
    'lines by their own numbers': [
      '<div style="display:flex;flex-direction:column"><p style="order:2">Then reply.</p><p style="order:1">First read.</p></div>',
      'First read.\nThen reply.',
    ],
    'numbers by a class, in a grid of columns': [
      '<style>.g{display:grid;grid-template-columns:1fr 1fr}.g b{order:2}</style><div class="g"><b>Total</b><i>Rent</i><b>9</b><i>5</i></div>',
      'Rent\t5\nTotal\t9',
    ],
    'from the last one': [
      '<div style="display:flex;flex-direction:column-reverse"><p>Then reply.</p><p>First read.</p></div>',
      'First read.\nThen reply.',
    ],
    'from the last one, in a line': [
      '<p style="display:inline-flex;flex-direction:row-reverse"><span>eats man</span><span>Dog</span></p>',
      'Dog eats man',
    ],
    'all of an answer': [
      '<style>main{display:flex;flex-direction:column-reverse}</style><p>Then reply.</p><p>First read.</p>',
      'First read.\nThen reply.',
    ],
    'rows that are given to them': [
      '<div style="display:grid"><p style="grid-row:2">Then reply.</p><p style="grid-row:1">First read.</p></div>',
      'First read.\nThen reply.',
    ],
    'areas that have names': [
      '<style>.ar{display:grid;grid-template-areas:"a b" "c c"}.x{grid-area:c}.y{grid-area:a}.z{grid-area:b}</style><div class="ar"><p class="x">Third.</p><p class="z">Second.</p><p class="y">First.</p></div>',
      'First.\nSecond.\nThird.',
    ],
    'a foot that stands before its table': [
      '<table><thead><tr><th>A</th></tr></thead><tfoot><tr><td>Sum</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>',
      'A\n1\nSum',
    ],
    'a head that stands behind its table': [
      '<table><tbody><tr><td>1</td><td>2</td></tr></tbody><thead><tr><th>A</th><th>B</th></tr></thead></table>',
      'A\tB\n1\t2',
    ],
    'a head that comes again': [
      '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody><thead><tr><th>B</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table>',
      'A\n1\nB\n2',
    ],
    'a title below its table': [
      '<table><caption style="caption-side:bottom">In thousands</caption><tr><td>A</td><td>1</td></tr></table>',
      'A\t1\nIn thousands',
    ],
  }),
  ...casesOf('words that nobody sees', {
    'without a colour': [
      '<style>.t{color:rgba(0,0,0,0)}</style><p>It is <span style="color:transparent">not </span>so, and <span class="t">never </span>was.</p>',
      'It is so, and was.',
    ],
    'filled with none': ['<p>It is <span style="-webkit-text-fill-color:transparent">not </span>so.</p>', 'It is so.'],
    'without a colour, and a part that has one': [
      '<p style="color:transparent">not <b style="color:black">so</b></p>',
      'so',
    ],
    'what lies below shows through them': [
      '<style>.c{background:linear-gradient(red,blue);-webkit-background-clip:text;background-clip:text;color:transparent}</style><p>It is <span class="c">really <b>very</b> good</span>.</p>',
      'It is really very good.',
    ],
    'a shadow alone': ['<p style="color:transparent;text-shadow:0 0 2px black">It is so.</p>', 'It is so.'],
    'faded out': [
      '<style>.o{opacity:0}</style><p>It is <span class="o">not </span>so.</p><p class="o">Nor this.</p><p>It was <i style="opacity:0">not </i>so.</p>',
      'It is so.\nIt was so.',
    ],
    'a box that fades in once one scrolls to it': [
      '<style>.r{opacity:0;transition:opacity .3s}</style><p class="r">It is so.</p>',
      'It is so.',
    ],
    'a box that its page draws once it was measured': ['<div style="opacity:0"><p>It is so.</p></div>', 'It is so.'],
    'without height of their letters, by a class': [
      '<style>.h{font-size:0}.h span{font-size:16px}</style><p class="h">not <span>One</span> <span>two</span></p>',
      'Onetwo',
    ],
    'in a box without width': [
      '<style>.w{display:inline-block;max-width:0;overflow:hidden}</style><p>It is <span style="display:inline-block;width:0;overflow:hidden">not </span>so, and <span class="w">never </span>was.</p>',
      'It is so, and was.',
    ],
    'in a box without width that grows': [
      '<div style="display:flex"><p style="width:0;flex:1;overflow:hidden">It is so.</p></div><p style="width:0;min-width:100%;overflow:hidden">Always.</p>',
      'It is so.\nAlways.',
    ],
    'cut away where they stand': [
      '<p>It is <span style="clip-path:inset(100%)">not </span>so, and <b style="display:inline-block;clip-path:circle(0)">never </b>was.</p>',
      'It is so, and was.',
    ],
    'made as small as a point': [
      '<p>It is <span style="display:inline-block;transform:scale(0)">not </span>so.</p>',
      'It is so.',
    ],
  }),
  ...casesOf('a line through what is around', {
    'does not reach a box in the line': [
      '<p style="text-decoration:line-through">Pay 100 <span style="display:inline-block">80</span></p>',
      '~~Pay 100 ~~80',
    ],
    'nor a chip, nor what floats': [
      '<p><s>100 <b style="display:inline-flex">80</b></s> <s>90 <i style="float:right">70</i></s></p>',
      '~~100 ~~80 ~~90 ~~70',
    ],
    'reaches what is words of the line': [
      '<p style="text-decoration:underline line-through">Pay <b>100</b></p>',
      '~~Pay 100~~',
    ],
  }),
  ...casesOf('a line that a part of the style draws', {
    'through words': [
      '<style>.old{position:relative}.old::after{content:"";position:absolute;left:0;right:0;top:50%;border-top:1px solid red}</style><p>Pay <span class="old">100</span> 80.</p>',
      'Pay ~~100~~ 80.',
    ],
    'through words, aslant, by its ground': [
      '<style>.was{position:relative;display:inline-block}.was::before{content:"";position:absolute;left:0;width:100%;top:calc(50% - 1px);height:2px;background:currentColor;transform:rotate(-8deg)}</style><p>Pay <b class="was">100</b> 80.</p>',
      'Pay ~~100~~ 80.',
    ],
    'through an item': [
      '<style>li{position:relative}.done::after{content:"";position:absolute;inset:50% 0 auto 0;height:1px;background:#000}</style><ul><li class="done">Milk</li><li>Bread</li></ul>',
      '~~Milk~~\nBread',
    ],
    'under words, or above them': [
      '<style>.u{position:relative}.u::after{content:"";position:absolute;left:0;right:0;bottom:0;height:2px;background:red}.o::after{bottom:auto;top:0}</style><p>Pay <span class="u">100</span> <span class="u o">80</span>.</p>',
      'Pay 100 80.',
    ],
    'beside words, or none yet': [
      '<style>.h,.i{position:relative}.h::before,.i::after{content:"";position:absolute;top:50%;height:1px;background:#000}.h::before{left:-40px;width:30px}.i::after{left:0;width:0}</style><p class="h">Today</p><p><a class="i">here</a></p>',
      'Today\nhere',
    ],
    'behind a heading with a ground of its own': [
      '<style>.r{position:relative;text-align:center}.r::before{content:"";position:absolute;left:0;right:0;top:50%;border-top:1px solid}.r span{position:relative;background:#fff;padding:0 1em}</style><h4 class="r"><span>Prices</span></h4>',
      'Prices',
    ],
  }),
  ...casesOf('what is not drawn inside its box', {
    'by a style': [
      '<p>It is <b style="display:inline-block;content-visibility:hidden">not </b>so.</p><div style="content-visibility:hidden"><p>Never.</p></div><p>Always.</p>',
      'It is so.\nAlways.',
    ],
    'once somebody comes to it it is': [
      '<p>It is so.</p><div style="content-visibility:auto;contain-intrinsic-size:500px"><p>Always.</p></div>',
      'It is so.\nAlways.',
    ],
    'by a class': [
      '<style>.off{content-visibility:hidden}</style><ul><li>Milk</li><li class="off">Bread</li></ul>',
      'Milk',
    ],
  }),
  ...casesOf('numbers of a list whose items are drawn in another order', {
    'from the last one': [
      '<ol style="display:flex;flex-direction:column-reverse"><li>Milk</li><li>Bread</li><li>Salt</li></ol>',
      '3. Salt\n2. Bread\n1. Milk',
    ],
    'by their own': [
      '<ol style="display:grid" start="4"><li style="order:2">Milk</li><li>Bread</li><li style="display:none">Oil</li><li style="order:1">Salt</li></ol>',
      '5. Bread\n6. Salt\n4. Milk',
    ],
    'as they stand': [
      '<ol style="display:flex;flex-direction:column"><li>Milk</li><li value="7">Bread</li></ol>',
      '1. Milk\n7. Bread',
    ],
  }),
  ...casesOf('pictures that only their files or holders name', {
    'emoji by their characters': [
      `<p>Ok <img src="/72x72/1f1ee-1f1f9.png"> go <img src="/noto/emoji_u1f44d_1f3fd.png?v=2"> no <img src="${PIXEL}"></p>`,
      'Ok 🇮🇹 go 👍🏽 no',
    ],
    'a number that is none': [
      '<p>See <img src="/img/2024.png"><img src="/img/2705.png"> here, <img src="/emoji/2705.png"> there</p>',
      'See here, ✅ there',
    ],
    'stars that are told as one': [
      '<p>Rating: <span aria-label="3 of 5 stars"><i class="fa fa-star"></i><i class="fa fa-star"></i><i class="fa fa-star"></i></span></p>',
      'Rating: 3 of 5 stars',
    ],
    'controls that are told as one': [
      '<p>Done. <span aria-label="Actions"><button><svg></svg></button><button><svg></svg></button></span></p>',
      'Done.',
    ],
    'a chart on a canvas': [
      '<canvas aria-label="Sales by year: 3, 4, 9">Your browser draws nothing.</canvas>',
      'Sales by year: 3, 4, 9',
    ],
    'a big tick': [
      '<ul><li><svg class="lucide lucide-square-check-big"></svg> Dogs</li><li><svg class="lucide lucide-square"></svg> Cats</li></ul>',
      '✓ Dogs\nCats',
    ],
  }),
];
