import QRCode from 'qrcode';
import type { DocumentContent } from './document.js';

/**
 * What the QR code on a document says: the address of the public verification page when `PUBLIC_BASE_URL` names the
 * portal, else number and code as text.
 */
export function verificationText(
  { number, verifyCode }: Pick<DocumentContent, 'number' | 'verifyCode'>,
  publicBaseUrl: string | undefined = process.env['PUBLIC_BASE_URL'],
): string {
  if (!publicBaseUrl) return `${number} ${verifyCode}`;
  const url = new URL('/verify', publicBaseUrl);
  url.searchParams.set('number', number);
  url.searchParams.set('code', verifyCode);
  return url.href;
}

/** A QR code's dark modules as unit squares, row by row. */
export function qrModules(text: string): { size: number; dark: (readonly [x: number, y: number])[] } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark: (readonly [number, number])[] = [];
  data.forEach((bit, index) => {
    if (bit) dark.push([index % size, Math.floor(index / size)]);
  });
  return { size, dark };
}
