import type { DocumentContent } from './document.js';

/** Renders a document as PDF; the same content always gives the same bytes. */
export async function renderPdf(content: DocumentContent): Promise<Buffer> {
  throw new Error(`rendering ${content.number} is being written`);
}
