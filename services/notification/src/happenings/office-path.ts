import { nodeCodeOf, parentRegionCode, parseNodeCode } from '@nqi/kernel';

/** Path of an office from the province down, read off its code; undefined for a text that is no office's code. */
export function officePath(nodeCode: string): string | undefined {
  const codes: string[] = [];
  let region = parseNodeCode(nodeCode)?.regionCode;
  while (region) {
    codes.unshift(nodeCodeOf(region));
    region = parentRegionCode(region);
  }
  return codes.length > 0 ? codes.join('/') : undefined;
}

/** Tells an office's path from other audiences: it begins with an office's code, which nothing else looks like. */
export function isOfficePath(audience: string): boolean {
  return parseNodeCode(audience.split('/', 1)[0] ?? '') !== undefined;
}
