import { BOLD, REGULAR } from './fonts.js';
import {
  INK,
  LINE,
  MARGIN,
  TINT,
  PAGE_TOP,
  bottom,
  contentWidth,
  measure,
  reserve,
  write,
  type Pdf,
  type TextStyle,
} from './page.js';
import { printable } from './printable.js';

const PADDING = 3.5;
const SIZE = 8.5;
const HEAD: TextStyle = { size: SIZE, bold: true };
const CELL: TextStyle = { size: SIZE };
/** Columns are sized by their first rows; a later long cell wraps. */
const SAMPLED_ROWS = 120;
const NARROWEST = 26;

/** Draws a table from `pdf.y` on; where it breaks over pages the head is repeated. */
export function drawTable(pdf: Pdf, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = columnWidths(pdf, columns, rows);
  const headHeight = rowHeight(pdf, columns, widths, HEAD);
  const firstHeight = rows[0] ? rowHeight(pdf, rows[0], widths, CELL) : 0;
  reserve(pdf, headHeight + firstHeight);
  drawRow(pdf, columns, widths, headHeight, HEAD);
  for (const row of rows) {
    const height = Math.min(rowHeight(pdf, row, widths, CELL), bottom(pdf) - PAGE_TOP - headHeight);
    if (reserve(pdf, height)) drawRow(pdf, columns, widths, headHeight, HEAD);
    drawRow(pdf, row, widths, height, CELL);
  }
}

function rowHeight(pdf: Pdf, cells: readonly string[], widths: readonly number[], style: TextStyle): number {
  const heights = widths.map((width, index) => measure(pdf, cells[index] ?? '', width - 2 * PADDING, style));
  return Math.max(...heights) + 2 * PADDING - 1;
}

function drawRow(
  pdf: Pdf,
  cells: readonly string[],
  widths: readonly number[],
  height: number,
  style: TextStyle,
): void {
  const { y } = pdf;
  let x = MARGIN;
  widths.forEach((width, index) => {
    pdf.rect(x, y, width, height).lineWidth(0.5);
    if (style.bold) pdf.fillAndStroke(TINT, LINE);
    else pdf.strokeColor(LINE).stroke();
    const box = { x: x + PADDING, y: y + PADDING - 1, width: width - 2 * PADDING };
    write(pdf, cells[index] ?? '', box, { ...style, color: INK });
    x += width;
  });
  pdf.y = y + height;
}

/** Shares the page's width by what the columns hold, so that numbers stay on one line and words take the rest. */
function columnWidths(pdf: Pdf, columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const total = contentWidth(pdf);
  const widest = total / 2;
  const wanted = columns.map((column, index) => {
    pdf.font(BOLD).fontSize(SIZE);
    const head = pdf.widthOfString(printable(column));
    pdf.font(REGULAR).fontSize(SIZE);
    const cells = rows.slice(0, SAMPLED_ROWS).map((row) => pdf.widthOfString(printable(row[index] ?? '')));
    return Math.min(widest, Math.max(NARROWEST, head, ...cells) + 2 * PADDING + 1);
  });
  const sum = wanted.reduce((left, right) => left + right, 0);
  return wanted.map((width) => (width * total) / sum);
}
