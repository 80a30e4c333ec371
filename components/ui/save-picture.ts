/** A drawing of a page as a picture: what it looks like there, with a heading above it and words below. */
import { saveFile } from './save-file.ts';

/** Enough for paper. */
const SCALE = 3;
const MARGIN = 16;
const LINE = 20;

/** What a drawing has from the page's own styles, which are not there in a picture. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor'],
];

interface Words {
  heading: string;
  /** Each begins a line; an empty one takes none. */
  below: readonly string[];
}

/** Has the browser save a drawing under a name that ends in `.png`. */
export async function savePicture(name: string, drawing: SVGSVGElement, words: Words): Promise<void> {
  const [width, height] = sizeOf(drawing);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standingAlone(drawing, width, height))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures');
  const { color, fontFamily } = getComputedStyle(drawing);
  const [large, small] = [`600 14px ${fontFamily}`, `11px ${fontFamily}`];
  context.font = small;
  const below = words.below.flatMap((text) => wrapped(text, width, context));
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + 2 * MARGIN + (1 + below.length) * LINE) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = groundOf(drawing);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, MARGIN, MARGIN + LINE, width, height);
  context.fillStyle = color;
  context.font = large;
  context.fillText(words.heading, MARGIN, MARGIN + LINE / 2, width);
  context.font = small;
  for (const [at, line] of below.entries()) context.fillText(line, MARGIN, MARGIN + LINE * (1.7 + at) + height, width);
  saveFile(name, await blobOf(canvas));
}

/** The words of a text in lines that are no longer than a width. */
function wrapped(text: string, width: number, context: CanvasRenderingContext2D): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) lines.push(line);
    line = line !== '' && context.measureText(longer).width > width ? word : longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** What a drawing stands on. */
function groundOf(drawing: Element): string {
  for (let element: Element | null = drawing; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}

const sizeOf = ({ viewBox: { baseVal } }: SVGSVGElement): [width: number, height: number] => [
  baseVal.width,
  baseVal.height,
];

/** The drawing as a document of its own, with the styles that it has on the page. */
function standingAlone(drawing: SVGSVGElement, width: number, height: number): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawing, copy].map((one) => [one, ...one.querySelectorAll<SVGElement>('*')]);
  for (const [at, element] of (from ?? []).entries()) {
    const styled = getComputedStyle(element);
    for (const name of STYLES) to?.[at]?.style.setProperty(name, styled.getPropertyValue(name));
  }
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty'))), 'image/png'),
  );
