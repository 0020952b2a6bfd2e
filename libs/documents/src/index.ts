export * from './document.js';
export * from './render-pdf.js';
