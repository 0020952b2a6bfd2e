import { shanghaiDate } from '@nqi/kernel';
import PDFDocument from 'pdfkit';
import type { DocumentContent, DocumentSection } from './document.js';
import { chineseFonts } from './fonts.js';
import { FAINT, FOOT, INK, LINE, MARGIN, TINT, contentWidth, measure, reserve, rule, write, type Pdf } from './page.js';
import { drawTable } from './table.js';
import { qrModules, verificationText } from './verification.js';

const QR_SIZE = 68;
const LABEL_WIDTH = 118;
const AUTHENTICITY =
  '本文件由系统电子签发，凭编号与查验码可核验真伪。Issued electronically; genuine only if number and code verify.';

/** Renders a document as PDF on A4; the same content always gives the same bytes. */
export async function renderPdf(content: DocumentContent): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${content.title.zh} ${content.number}`,
      Author: content.issuer,
      Subject: content.title.en,
      Creator: 'NQI',
      Producer: 'NQI',
      CreationDate: content.issuedAt,
    },
  });
  const bytes = collect(pdf);
  for (const [name, font] of chineseFonts()) pdf.registerFont(name, font);
  drawHead(pdf, content);
  drawVerdict(pdf, content);
  for (const section of content.sections) drawSection(pdf, section);
  drawSignatures(pdf, content);
  drawFrames(pdf, content);
  pdf.end();
  return bytes;
}

function collect(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function drawHead(pdf: Pdf, content: DocumentContent): void {
  const right = pdf.page.width - MARGIN;
  drawQr(pdf, verificationText(content), right - QR_SIZE, MARGIN - 10);
  write(
    pdf,
    `查验码 Code ${content.verifyCode}`,
    { x: right - QR_SIZE - 22, y: MARGIN + QR_SIZE - 6, width: QR_SIZE + 44 },
    { size: 7, color: FAINT, align: 'center' },
  );
  const middle = { x: MARGIN + QR_SIZE + 26, width: contentWidth(pdf) - 2 * (QR_SIZE + 26) };
  let y = write(pdf, content.issuer, { ...middle, y: MARGIN - 6 }, { size: 12.5, align: 'center' });
  y = write(pdf, content.title.zh, { ...middle, y: y + 8 }, { size: 23, bold: true, align: 'center', spacing: 3 });
  y = write(pdf, content.title.en, { ...middle, y: y + 1 }, { size: 10.5, color: FAINT, align: 'center' });
  const number = { x: MARGIN, y: Math.max(y, MARGIN + QR_SIZE + 8) + 10, width: contentWidth(pdf) };
  y = write(pdf, `编号 No. ${content.number}`, number, { size: 10.5, align: 'center' });
  pdf.y = y + 12;
}

function drawQr(pdf: Pdf, text: string, x: number, y: number): void {
  const { size, dark } = qrModules(text);
  const unit = QR_SIZE / size;
  for (const [column, row] of dark) pdf.rect(x + column * unit, y + row * unit, unit, unit);
  pdf.fill(INK);
}

/** Conclusion and validity stand where nobody can miss them. */
function drawVerdict(pdf: Pdf, { conclusion, validUntil, client, issuedAt }: DocumentContent): void {
  const width = contentWidth(pdf);
  const aside = validUntil ? 150 : 0;
  const textWidth = width - 24 - aside;
  const style = { size: 13, bold: true };
  const height = measure(pdf, conclusion, textWidth, style) + 30;
  reserve(pdf, height);
  const top = pdf.y;
  pdf.rect(MARGIN, top, width, height).lineWidth(1).fillAndStroke(TINT, INK);
  write(pdf, '结论 Conclusion', { x: MARGIN + 12, y: top + 8, width: textWidth }, { size: 8, color: FAINT });
  write(pdf, conclusion, { x: MARGIN + 12, y: top + 20, width: textWidth }, style);
  if (validUntil) {
    const box = { x: MARGIN + width - aside, width: aside - 12 };
    write(pdf, '有效期至 Valid until', { ...box, y: top + 8 }, { size: 8, color: FAINT });
    write(pdf, validUntil, { ...box, y: top + 20 }, style);
  }
  pdf.y = top + height + 10;
  drawFields(pdf, [
    ['委托单位 Client', client],
    ['签发日期 Date of issue', shanghaiDate(issuedAt)],
  ]);
}

function drawSection(pdf: Pdf, section: DocumentSection): void {
  pdf.y += 8;
  if (section.heading) {
    reserve(pdf, 44);
    pdf.y =
      write(pdf, section.heading, { x: MARGIN, y: pdf.y, width: contentWidth(pdf) }, { size: 11, bold: true }) + 4;
  }
  if ('fields' in section) drawFields(pdf, section.fields);
  else if ('columns' in section) drawTable(pdf, section.columns, section.rows);
  else drawText(pdf, section.text);
}

function drawFields(pdf: Pdf, fields: readonly (readonly [label: string, value: string])[]): void {
  const width = contentWidth(pdf) - LABEL_WIDTH;
  for (const [label, value] of fields) {
    const text = value || '—';
    const height = Math.max(measure(pdf, label, LABEL_WIDTH - 8), measure(pdf, text, width)) + 3;
    reserve(pdf, height);
    const { y } = pdf;
    write(pdf, label, { x: MARGIN, y, width: LABEL_WIDTH - 8 }, { color: FAINT });
    write(pdf, text, { x: MARGIN + LABEL_WIDTH, y, width });
    pdf.y = y + height;
  }
}

/** Paragraph by paragraph, so that running text may cross a page. */
function drawText(pdf: Pdf, text: string): void {
  for (const paragraph of text.split('\n')) {
    const height = measure(pdf, paragraph, contentWidth(pdf)) + 3;
    reserve(pdf, height);
    pdf.y = write(pdf, paragraph, { x: MARGIN, y: pdf.y, width: contentWidth(pdf) }) + 3;
  }
}

function drawSignatures(pdf: Pdf, { signatures, issuer, issuedAt }: DocumentContent): void {
  reserve(pdf, 118);
  const top = pdf.y + 16;
  rule(pdf, top);
  const width = contentWidth(pdf) / Math.max(1, signatures.length);
  signatures.forEach(({ role, name }, index) => {
    const x = MARGIN + index * width;
    write(pdf, role, { x, y: top + 8, width: width - 8 }, { size: 8, color: FAINT });
    write(pdf, name, { x, y: top + 20, width: width - 8 }, { size: 11 });
  });
  const place = { x: MARGIN, width: contentWidth(pdf) };
  let y = write(pdf, `${issuer}    ${shanghaiDate(issuedAt)}`, { ...place, y: top + 46 }, { align: 'right' });
  y = write(pdf, AUTHENTICITY, { ...place, y: y + 4 }, { size: 7.5, color: FAINT, align: 'right' });
  pdf.y = write(pdf, '—— 以下空白 End of document ——', { ...place, y: y + 12 }, { size: 8.5, align: 'center' });
}

/** Number, page of pages and code on every page; the pages after the first also say whose and what they are. */
function drawFrames(pdf: Pdf, content: DocumentContent): void {
  const { start, count } = pdf.bufferedPageRange();
  const width = contentWidth(pdf);
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    const style = { size: 7.5, color: FAINT };
    if (page > 0) {
      const box = { x: MARGIN, y: MARGIN - 14, width };
      write(pdf, content.issuer, box, style);
      write(pdf, content.title.zh, box, { ...style, align: 'right' });
      rule(pdf, MARGIN);
    }
    const y = pdf.page.height - FOOT + 20;
    pdf
      .moveTo(MARGIN, y - 6)
      .lineTo(MARGIN + width, y - 6)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    const box = { x: MARGIN, y, width };
    write(pdf, `编号 No. ${content.number}`, box, style);
    write(pdf, `第 ${page + 1} 页 共 ${count} 页  Page ${page + 1} of ${count}`, box, { ...style, align: 'center' });
    write(pdf, `查验码 ${content.verifyCode}`, box, { ...style, align: 'right' });
  }
}
