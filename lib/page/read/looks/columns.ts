/** How many columns a style gives to a grid, where a browser tells only how many there are. */

/**
 * The template of a grid's columns. Columns that fill the room look like those that a style counts once they are laid out, so the
 * page's own sheets are asked which it was. Where another site's sheet cannot be read, columns of one width are taken to fill
 * the room: cards that were read as a table would be another text in a narrower window.
 */
export function columnsAsSaid(grid: Element, { gridTemplateColumns, gridAutoFlow }: CSSStyleDeclaration): string {
  const widths = gridTemplateColumns.split(' ');
  if (widths.length < 2) return gridTemplateColumns;
  const { said, isAllRead } = templatesFor(grid);
  if (said.some((template) => template.includes('auto-fi'))) return 'none';
  if (said.length > 0) return gridTemplateColumns;
  const mayFill = isAllRead || gridAutoFlow.includes('column') || new Set(widths).size === 1;
  return mayFill ? 'none' : gridTemplateColumns;
}

function templatesFor(grid: Element): { said: string[]; isAllRead: boolean } {
  const said: string[] = [];
  let isAllRead = true;
  const root = grid.getRootNode() as Document | ShadowRoot;
  for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
    const rules = gridsIn(sheet);
    if (!rules) isAllRead = false;
    for (const { selectorText, style } of rules ?? [])
      if (matches(grid, selectorText)) said.push(style.gridTemplateColumns);
  }
  return { said, isAllRead };
}

/** Of each sheet, the rules that give columns, and of how many rules they are. */
const known = new WeakMap<CSSStyleSheet, { of: number; grids: CSSStyleRule[] }>();

/** Undefined of the sheet of another site, which nobody may read. */
function gridsIn(sheet: CSSStyleSheet): CSSStyleRule[] | undefined {
  let rules: CSSRuleList;
  try {
    rules = sheet.cssRules;
  } catch {
    return undefined;
  }
  const before = known.get(sheet);
  if (before?.of === rules.length) return before.grids;
  const grids: CSSStyleRule[] = [];
  gather(rules, grids);
  known.set(sheet, { of: rules.length, grids });
  return grids;
}

function gather(rules: CSSRuleList, grids: CSSStyleRule[]): void {
  for (const rule of rules) {
    if ((rule as CSSStyleRule).style?.gridTemplateColumns && 'selectorText' in rule) grids.push(rule as CSSStyleRule);
    const { cssRules, styleSheet } = rule as Partial<CSSImportRule & CSSGroupingRule>;
    const inner = cssRules ?? (styleSheet && gridsIn(styleSheet));
    if (inner instanceof CSSRuleList) gather(inner, grids);
    else if (inner) grids.push(...inner);
  }
}

/** A selector of a rule within a rule means nothing alone, and a page may have one that this browser does not know. */
function matches(grid: Element, selector: string): boolean {
  try {
    return grid.matches(selector.replaceAll('&', '*'));
  } catch {
    return false;
  }
}
