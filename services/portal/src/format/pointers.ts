/** Turns where a service found a fault (RFC 6901) into the parts of the path: `/a/0/b` → a, 0, b. */
export const pointerParts = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));

/** The id of the element that shows the field: forms name their elements by prefix and path. */
export const fieldId = (prefix: string, parts: readonly (string | number)[]): string => [prefix, ...parts].join('.');

/** The nearest element that is on the page: a fault may lie deeper than any field shown. */
export function nearestFieldId(prefix: string, parts: readonly string[], exists: (id: string) => boolean): string {
  for (let length = parts.length; length > 0; length--) {
    const id = fieldId(prefix, parts.slice(0, length));
    if (exists(id)) return id;
  }
  return prefix;
}
