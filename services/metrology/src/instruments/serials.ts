/** The `index`-th serial number (from 0) of a run that starts with `first`: `S23085`, `S23086`, width kept. */
export function serialAt(first: string, index: number): string {
  const [, stem = first, digits] = /^(.*?)(\d+)$/.exec(first) ?? [];
  if (digits === undefined) return index === 0 ? first : `${first}-${index + 1}`;
  return stem + String(BigInt(digits) + BigInt(index)).padStart(digits.length, '0');
}

const LABEL = /^#\d+-\d+$/;

/** A label that the laboratory gave because the instrument has no serial number; it means nothing beyond its job. */
export const isLabel = (serial: string): boolean => LABEL.test(serial);

/** Serial numbers of all instruments of a group; those without any get the laboratory's own labels. */
export function serialsOf(group: { readonly no: number; readonly serialsFrom?: string }, quantity: number): string[] {
  const { no, serialsFrom } = group;
  const serial = (index: number) => (serialsFrom ? serialAt(serialsFrom, index) : `#${no}-${index + 1}`);
  return Array.from({ length: quantity }, (_, index) => serial(index));
}
