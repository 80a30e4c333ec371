/** Small answers in which a style tells parts by where they stand, or by what stands beside or in what is around them. */
import { casesOf, type ReadingCase } from './of.ts';

export const PLACES: readonly ReadingCase[] = [
  ...casesOf('by where an element stands', {
    'the first is struck out': [
      '<style>.price span:first-child{text-decoration:line-through}</style><p class="price"><span>100</span> <span>80</span></p>',
      '~~100~~ 80',
    ],
    'the last is hidden': [
      '<style>.price b:last-child{display:none}</style><p class="price"><b>100</b> <b>80</b></p>',
      '100',
    ],
    'the second is hidden': [
      '<style>.price i:nth-child(2){display:none}</style><p class="price"><i>It is 10.</i> <i>It was 8.</i> <i>Sure.</i></p>',
      'It is 10. Sure.',
    ],
    'what stands behind another': [
      '<style>del + span,.l p + p{display:none}</style><p><span>10</span> <del>9</del> <span>8</span></p><div class="l"><p>a</p><p>b</p></div>',
      '10 ~~9~~\na',
    ],
    'a style writes before the last': [
      '<style>.n p:last-child::before{content:"Not "}</style><div class="n"><p>refundable</p><p>transferable</p></div>',
      'refundable\nNot transferable',
    ],
    'a column that narrow screens do without': [
      '<style>td:nth-child(2),th:nth-child(2){display:none}</style><table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
      'A\tC\n1\t3',
    ],
  }),
  ...casesOf('by where what is around it stands', {
    'the second item, struck out': [
      '<style>li:nth-child(2) b{text-decoration:line-through}</style><ul><li><b>12</b></li><li><b>15</b></li><li><b>18</b></li></ul>',
      '12\n~~15~~\n18',
    ],
    'the last of many': [
      `<style>.m p:last-child b{text-decoration:line-through}</style><div class="m">${'<p><b>12</b></p>'.repeat(7)}</div>`,
      `${'12\n'.repeat(6)}~~12~~`,
    ],
    'all from the sixth on, hidden': [
      `<style>.f li:nth-child(n+6){display:none}</style><ol class="f">${'<li><i>x</i></li>'.repeat(9)}</ol>`,
      '1. x\n2. x\n3. x\n4. x\n5. x',
    ],
    'each second one of many': [
      `<style>.z p:nth-child(even){text-decoration:line-through}</style><div class="z">${'<p>12</p>'.repeat(16)}</div>`,
      `${'12\n~~12~~\n'.repeat(8)}`.trim(),
    ],
    'a row, whatever is in it': [
      '<style>tr:nth-child(3) td span{display:none}</style><table><tr><th>A</th></tr><tr><td><span>1</span></td></tr><tr><td><span>2</span>-</td></tr></table>',
      'A\n1\n-',
    ],
    'all but the first': [
      '<style>.o div + div p::before{content:"Not "}</style><div class="o"><div><p>today</p></div><div><p>tomorrow</p></div></div>',
      'today\nNot tomorrow',
    ],
  }),
  ...casesOf('by what is beside it', {
    'a box that is ticked before it': [
      '<style>input:checked + span{text-decoration:line-through}</style><ul><li><input type="checkbox"><span>Milk</span></li><li><input type="checkbox" checked><span>Bread</span></li></ul>',
      '[ ] Milk\n[x] ~~Bread~~',
    ],
    'a box that is ticked in the same item': [
      '<style>li:has(:checked) em{text-decoration:line-through}</style><ul><li><label><input type="checkbox"></label><p><em>Milk</em></p></li><li><label><input type="checkbox" checked></label><p><em>Bread</em></p></li></ul>',
      '[ ] Milk\n[x] ~~Bread~~',
    ],
    'what comes after it': [
      '<style>li:has(> .off) b{text-decoration:line-through}</style><ul><li><b>12</b> <i class="on">new</i></li><li><b>15</b> <i class="off">old</i></li></ul>',
      '12 new\n~~15~~ old',
    ],
    'a box of a component that is ticked': [
      '<style>[aria-checked="true"] ~ .w u{text-decoration:line-through}u{text-decoration:none}</style><ul><li><span role="checkbox" aria-checked="false"></span><span class="w"><u>Milk</u></span></li><li><span role="checkbox" aria-checked="true"></span><span class="w"><u>Bread</u></span></li></ul>',
      '[ ] Milk\n[x] ~~Bread~~',
    ],
  }),
  ...casesOf('by attributes', {
    'a state': [
      '<style>[data-state="off"] b{text-decoration:line-through}</style><p data-state="on"><b>12</b></p><p data-state="off"><b>15</b></p>',
      '12\n~~15~~',
    ],
    'a number that others have not': [
      `<style>[data-old]{text-decoration:line-through}</style><ul>${'<li><b>15</b></li>'.repeat(5)}<li><b data-old="12">12</b></li><li>.</li></ul>`,
      `${'15\n'.repeat(5)}~~12~~\n.`,
    ],
    'a class that is a number': [
      `<style>.\\31 0{text-decoration:line-through}</style><ul>${'<li><b class="20" lang="en">15</b></li>'.repeat(5)}<li><b class="10" lang="en">12</b></li><li>.</li></ul>`,
      `${'15\n'.repeat(5)}~~12~~\n.`,
    ],
    'a state of what stands beside it': [
      `<style>[data-now="yes"] + b{text-decoration:line-through}</style><ul>${'<li><i data-now="no">a</i> <b>12</b></li>'.repeat(5)}<li><i data-now="yes">a</i> <b>15</b></li><li>.</li></ul>`,
      `${'a 12\n'.repeat(5)}a ~~15~~\n.`,
    ],
    'a class that reads like a class and another attribute': [
      `<style>[class="a|lang=en"]{display:none}</style><div>${'<p><b>10</b></p>'.repeat(6)}<p><b class="a" lang="en">12</b></p><p><b class="a|lang=en">15</b></p><p>.</p></div>`,
      `${'10\n'.repeat(6)}12\n.`,
    ],
    'one attribute that reads like two': [
      `<style>[data-a\\|data-b]{display:none}</style><div>${'<p><b>10</b></p>'.repeat(6)}<p><b data-a="11" data-b="12">12</b></p><p><b data-a|data-b="13">15</b></p><p>.</p></div>`,
      `${'10\n'.repeat(6)}12\n.`,
    ],
    'a level': [
      '<style>[data-level="2"]{text-decoration:line-through}</style><div><p data-level="1">a</p><p data-level="2">b</p></div>',
      'a\n~~b~~',
    ],
    'its own style': [
      '<p class="p"><span class="x">a</span></p><p class="p"><span class="x" style="display:none">b</span>c</p>',
      'a\nc',
    ],
    'places in a source, which say nothing of how it looks': [
      '<p class="p" data-start="10" data-end="20"><b class="b">a</b></p><p class="p" data-start="21" data-end="30"><b class="b">b</b></p>',
      'a\nb',
    ],
  }),
];
