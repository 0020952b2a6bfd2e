import { BOLD, REGULAR } from './fonts.js';
import { printable } from './printable.js';

export type Pdf = PDFKit.PDFDocument;

export const MARGIN = 54;
/** Room kept free at the foot of every page for number, page count and code. */
export const FOOT = 62;
/** Where the text of the second and later pages begins. */
export const PAGE_TOP = MARGIN + 18;
export const INK = '#1a1a1a';
export const FAINT = '#5f6368';
export const LINE = '#b8bcc2';
export const TINT = '#f1f4f8';

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly spacing?: number;
}

/** Where text stands: left edge, top and width. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const contentWidth = (pdf: Pdf): number => pdf.page.width - 2 * MARGIN;
export const bottom = (pdf: Pdf): number => pdf.page.height - FOOT;

/** Height that text will take; leaves the style set, so that `write` right after it agrees. */
export function measure(pdf: Pdf, text: string, width: number, style: TextStyle = {}): number {
  pdf.font(style.bold ? BOLD : REGULAR).fontSize(style.size ?? 9.5);
  return pdf.heightOfString(printable(text) || ' ', { width, characterSpacing: style.spacing ?? 0 });
}

/** Writes text into a box and returns the y below it. Never breaks the page by itself. */
export function write(pdf: Pdf, text: string, { x, y, width }: Box, style: TextStyle = {}): number {
  const height = measure(pdf, text, width, style);
  pdf.fillColor(style.color ?? INK).text(printable(text), x, y, {
    width,
    height: height + 2,
    align: style.align ?? 'left',
    characterSpacing: style.spacing ?? 0,
  });
  return y + height;
}

/** Starts a new page when what comes next does not fit on this one. */
export function reserve(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= bottom(pdf)) return false;
  pdf.addPage();
  pdf.y = PAGE_TOP;
  return true;
}

export function rule(pdf: Pdf, y: number, width = 0.6): void {
  pdf
    .moveTo(MARGIN, y)
    .lineTo(pdf.page.width - MARGIN, y)
    .lineWidth(width)
    .strokeColor(LINE)
    .stroke();
}
