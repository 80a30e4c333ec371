/** What a class says of a box that a browser may only tell as it was laid out (lib/page/read/looks/styled.ts). */
import { casesOf } from './of.ts';

export const BY_CLASSES = [
  ...casesOf('by a class, in one way or another', {
    'a box that is empty, and the next that is not': [
      '<style>.bx{overflow:hidden}</style><div><div class="bx"></div><div class="bx">One.</div><div class="bx"></div><div class="bx">Two.</div></div>',
      'One.\nTwo.',
    ],
    'a box without height': [
      '<style>.nh{height:0;overflow:hidden}</style><div class="nh">Never.</div><p>Always.</p>',
      'Always.',
    ],
    'a box that may have no height': [
      '<style>.mh{max-height:0;overflow:hidden}</style><div class="mh">Never.</div><p>Always.</p>',
      'Always.',
    ],
    'a grid that is unfolded, and one that is empty': [
      '<style>.un{display:grid;grid-template-rows:1fr}.un>div{overflow:hidden}</style><div class="un"><div></div></div><div class="un"><div>Because.</div></div><p>It is 10.</p>',
      'Because.\nIt is 10.',
    ],
    'as small as a point': [
      '<style>.sc{position:absolute;transform:scale(0)}</style><p>It is <b class="sc">not </b>so.</p>',
      'It is so.',
    ],
    'moved far off': [
      '<style>.mv{position:absolute;transform:translateY(-5000px)}</style><p>It is <b class="mv">not </b>so.</p>',
      'It is so.',
    ],
    'moved back by half of itself': [
      '<style>.hf{position:absolute;left:50%;width:1900px;transform:translate(-50%,-50%)}</style><div style="position:relative"><div class="hf">It is so.</div></div>',
      'It is so.',
    ],
    'an image in place of words': [
      '<style>.im{display:inline-block;overflow:hidden;text-indent:-9999px}</style><p>It is <b class="im">not </b>so.</p>',
      'It is so.',
    ],
    'a mark at the top of a long box': [
      '<style>.lg{position:relative;height:9000px;width:7000px}.mk{position:absolute}.lg p{margin:0 0 0 20px}</style><div class="lg"><b class="mk">1</b><p>It is so.</p></div>',
      '1\nIt is so.',
    ],
    'columns that are counted, of one width': [
      '<style>.cw{display:grid;grid-template-columns:repeat(2,150px)}</style><div class="cw"><i>Rent</i><i>900</i><i>Power</i><i>80</i></div>',
      'Rent\t900\nPower\t80',
    ],
    'columns that are counted in wide windows only': [
      '<style>@media (min-width:100px){.cm{display:grid;grid-template-columns:max-content 1fr}}</style><div class="cm"><i>Rent</i><i>900</i><i>Power</i><i>80</i></div>',
      'Rent\t900\nPower\t80',
    ],
    'as many columns as there is room for': [
      '<style>.af{display:grid;grid-template-columns:repeat(auto-fit,minmax(90px,1fr))}</style><div class="af"><i>Rent</i><i>Power</i><i>Water</i><i>Waste</i></div>',
      'Rent\nPower\nWater\nWaste',
    ],
    'columns that nobody counted': [
      '<style>.nc{display:grid;grid-auto-flow:column}</style><div class="nc"><i>Rent</i><i>Power and water</i></div>',
      'Rent\nPower and water',
    ],
  }),
];
