/** What style hides, and what it makes lines and cells of. */
import { casesOf } from './of.ts';

export const LAYOUT = [
  ...casesOf('hidden', {
    'until somebody searches for it': ['<p>It is 10.</p><p hidden="until-found">It was 8.</p>', 'It is 10.'],
    'without any height of its letters': [
      '<p>It is 10.<span style="font-size:0">It was 8. <b style="font-size:12px">But</b></span></p>',
      'It is 10.But',
    ],
    'moved out of its box': [
      '<p style="text-indent:-9999px;overflow:hidden;white-space:nowrap">It was 8.</p><p>It is 10.</p>',
      'It is 10.',
    ],
    'cut away, in other ways': [
      '<style>.h{position:absolute}</style><p>It is 10.<b class="h" style="clip-path:circle(0)">a</b><b class="h" style="clip-path:polygon(0px 0px,0px 0px,0px 0px)">b</b><b class="h" style="clip-path:inset(0px 0px 99.9% 99.9%)">c</b><b class="h" style="clip-path:inset(20% round 4px)">d</b></p>',
      'It is 10.d',
    ],
    'far off the page, in other ways': [
      '<style>.f{position:absolute}</style><p>It is 10.<b class="f" style="left:-10000em">a</b><b class="f" style="left:-200vw">b</b><b class="f" style="right:9999px">c</b><b class="f" style="margin-left:-9999px">d</b><b class="f" style="transform:translateX(-9999px)">e</b><b class="f" style="transform:scale(0)">f</b><b class="f" style="left:-20px">g</b></p>',
      'It is 10.g',
    ],
    'with no height, and grown all the same': [
      '<div style="display:flex;flex-direction:column;height:300px"><div style="height:0;flex:1;overflow:hidden"><p>It is 10.</p></div></div><div style="height:0;min-height:90px;overflow:hidden"><p>And 2.</p></div>',
      'It is 10.\nAnd 2.',
    ],
    'numbers of lines as a list': ['<pre><ol class="linenums"><li>a = 1</li><li>b = 2</li></ol></pre>', 'a = 1\nb = 2'],
    'numbers of lines with a stroke behind them': [
      '<pre><code><span class="line-number">1 | </span>a = 1\n<span class="line-number">2 | </span>b = 2</code></pre>',
      'a = 1\nb = 2',
    ],
    'by display': ['<p>The fee is 10.</p><p style="display:none">It was 8.</p>', 'The fee is 10.'],
    'by visibility, but for what is shown in it': [
      '<p style="visibility:hidden">no <span style="visibility:visible">yes</span></p><p>and more</p>',
      'yes\nand more',
    ],
    'by its attribute': ['<p>The toll is 10.</p><p hidden>It was 8.</p>', 'The toll is 10.'],
    'by a class of its parent': [
      '<style>.off p{display:none}</style><div class="off"><p>It was 8.</p></div><p>It is 10.</p>',
      'It is 10.',
    ],
    'a copy for narrow screens': [
      '<style>.narrow{display:none}</style><div class="wide">Ann earns 10.</div><div class="narrow">Ann: 10</div>',
      'Ann earns 10.',
    ],
    'for screen readers': [
      '<style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style><p><span class="sr-only">Copied from: </span>It is 10.</p>',
      'It is 10.',
    ],
    'for screen readers, in the newer way': [
      '<style>.vh{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}</style><p><span class="vh">opens in a new tab</span>It is 10.</p>',
      'It is 10.',
    ],
    'far off the page': [
      '<style>.away{position:absolute;left:-9999px}</style><p>It is 10.<span class="away">Skip this</span></p>',
      'It is 10.',
    ],
    'a tooltip': [
      '<style>.t{position:relative}.tip{position:absolute;opacity:0}</style><p>It is 10<span class="t"><span class="tip" role="tooltip">by law</span></span>.</p>',
      'It is 10.',
    ],
    'folded away, in a grid': [
      '<div style="display:grid;grid-template-rows:0fr"><div style="overflow:hidden"><p>What I thought of.</p></div></div><p>It is 10.</p>',
      'It is 10.',
    ],
    'folded away, in a grid by a class': [
      '<style>.fold{display:grid;grid-template-rows:0fr}.fold>div{overflow:hidden}</style><div class="fold"><div>What I thought of.</div></div><p>It is 10.</p>',
      'It is 10.',
    ],
    'folded away, with no height': [
      '<div style="height:0;overflow:hidden"><p>What I thought of.</p></div><p>It is 10.</p>',
      'It is 10.',
    ],
    'folded away, with no height allowed': [
      '<div style="max-height:0px;overflow-y:hidden"><p>What I thought of.</p></div><p>It is 10.</p>',
      'It is 10.',
    ],
    'folded away while it fades': [
      '<div style="opacity:0;height:0px"><p>What I thought of.</p></div><p>It is 10.</p>',
      'It is 10.',
    ],
    unfolded: [
      '<div style="display:grid;grid-template-rows:1fr"><div style="overflow:hidden"><p>It is 10.</p></div></div><div style="max-height:200px;overflow:hidden">And 2.</div>',
      'It is 10.\nAnd 2.',
    ],
    'with no height and shown all the same': [
      '<div style="height:0"><p>It is 10.</p></div><div style="height:0;padding-bottom:50%;position:relative;overflow:hidden"><p style="position:absolute">And 2.</p></div>',
      'It is 10.\nAnd 2.',
    ],
    'words that fade in': [
      '<p><span style="opacity:0">The</span> <span style="opacity:.4">shop</span> opens.</p>',
      'The shop opens.',
    ],
    'visible though hidden from screen readers': [
      '<p>It is <span aria-hidden="true">10</span><span style="position:absolute;clip:rect(0 0 0 0);overflow:hidden" class="x">ten</span>.</p>',
      'It is 10.',
    ],
    'numbers of lines': [
      '<pre><code><span class="linenumber">1</span>a = 1\n<span class="linenumber">2</span>b = 2</code></pre>',
      'a = 1\nb = 2',
    ],
    'numbers of lines in a table': [
      '<table><tr><td class="gutter"><pre>1\n2</pre></td><td><pre>a = 1\n  b = 2</pre></td></tr></table>',
      'a = 1\n  b = 2',
    ],
    'numbers of lines that cannot be selected': [
      '<pre><code><span class="n" style="user-select:none">1 </span>10 PRINT\n<span class="n" style="user-select:none">2 </span>20 END</code></pre>',
      '10 PRINT\n20 END',
    ],
  }),
  ...casesOf('lines and cells by style', {
    'elements of the page’s own': [
      '<style>x-para{display:block}</style><x-para>Open it.</x-para><x-para>Close it.</x-para>',
      'Open it.\nClose it.',
    ],
    'spans as blocks': [
      '<style>.b{display:block}</style><span class="b">Open it.</span><span class="b">Close it.</span>',
      'Open it.\nClose it.',
    ],
    'bare elements as blocks': [
      '<style>.steps b{display:block}</style><div class="steps"><b>Open it.</b><b>Close it.</b></div>',
      'Open it.\nClose it.',
    ],
    'blocks as words': ['<style>.i p{display:inline}</style><div class="i"><p>One </p><p>line.</p></div>', 'One line.'],
    columns: [
      '<div style="display:flex"><span>Rent</span><span>900</span></div><div style="display:flex"><span>Power</span><span>60</span></div>',
      'Rent\t900\nPower\t60',
    ],
    'words that wrap': [
      '<p style="display:flex;flex-wrap:wrap;gap:4px"><span>Open</span><span>the</span><span>lid.</span></p>',
      'Open the lid.',
    ],
    'a table by style': [
      '<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style><div class="t"><div class="r"><div class="c"></div><div class="c">2023</div></div><div class="r"><div class="c">Rent</div><div class="c">900</div></div></div>',
      '\t2023\nRent\t900',
    ],
    'a table by role': [
      '<div role="table"><div role="row"><span role="columnheader">Plan</span><span role="columnheader">Price</span></div><div role="row"><span role="cell">Basic</span><span role="cell">10</span></div></div>',
      'Plan\tPrice\nBasic\t10',
    ],
    'a grid': ['<div style="display:grid"><span>Rent</span><span>900</span></div>', 'Rent\n900'],
    'a letter that floats': [
      '<p><span style="float:left;font-size:40px">O</span>nce upon a time.</p>',
      'Once upon a time.',
    ],
    'a grid of columns': [
      '<style>.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr))}</style><div class="two"><div>Rent</div><div>900</div><div>Power</div><div></div></div>',
      'Rent\t900\nPower',
    ],
    'terms and what they mean, in columns': [
      '<dl style="display:grid;grid-template-columns:1fr 2fr"><dt>Rent</dt><dd>9</dd><dt>Power</dt><dd></dd></dl>',
      'Rent\t9\nPower',
    ],
    'a grid of cells by role': [
      '<div role="table" style="display:grid"><div role="columnheader"><button>Plan</button></div><div role="columnheader">Price</div><div role="cell"><p>Basic</p></div><div role="cell">10</div></div>',
      'Plan\tPrice\nBasic\t10',
    ],
    'a grid as the room has it': [
      '<div style="display:grid;grid-template-columns:repeat(auto-fill,minmax(90px,1fr))"><div>Rent</div><div>900</div></div>',
      'Rent\n900',
    ],
    chips: ['<p>By <span style="display:inline-flex"><span>shop</span><span>+2</span></span>.</p>', 'By shop +2.'],
  }),
  ...casesOf('white space', {
    'kept by a style': [
      '<div style="white-space:pre-wrap">Bring:\n- passport\n\nThen call.</div>',
      'Bring:\n- passport\n\nThen call.',
    ],
    'kept by a class of the parent': [
      '<style>.w{white-space:break-spaces}</style><div class="w"><span>One\ntwo</span></div>',
      'One\ntwo',
    ],
    'lines alone': ['<p style="white-space:pre-line">One   verse,\n   two verses.</p>', 'One verse,\ntwo verses.'],
    'lines in pieces': ['<div style="white-space:pre-wrap"><span>One</span>\n<span>two</span></div>', 'One\ntwo'],
    folded: ['<p>One\n  verse,\n\n two.</p>', 'One verse, two.'],
    code: ['<pre><code>if a:\n\tb  =  1\n\n\nend</code></pre>', 'if a:\n\tb  =  1\n\nend'],
    'code that a style folds': ['<pre style="white-space:normal">One\n  line.</pre>', 'One line.'],
    'code lines as blocks': ['<pre><code><div>a = 1</div><div>  b = 2</div></code></pre>', 'a = 1\n  b = 2'],
  }),
];
