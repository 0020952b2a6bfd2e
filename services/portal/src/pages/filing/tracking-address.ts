/** Where a receipt's QR code leads. */
export const trackingAddress = (origin: string, number: string, code: string): string =>
  `${origin}/track?${new URLSearchParams({ number, code }).toString()}`;

/** A code as people read it out; it is accepted in this form too. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
