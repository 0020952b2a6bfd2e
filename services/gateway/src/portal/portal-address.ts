/** What an address outside the API asks for. */
export type PortalAddress =
  /** A file, if there is one; else the portal's page where `page` says that a person navigates. */
  | { readonly kind: 'file'; readonly path: string; readonly page: boolean }
  /** The portal's page. */
  | { readonly kind: 'page'; readonly page: true }
  /** Nothing that the portal may answer. */
  | { readonly kind: 'foreign' };

/** Reads an address as the portal's. An address with an extension is a file and never becomes the page. */
export function portalAddress(url: string, accept = ''): PortalAddress {
  const path = decoded(url.split('?', 1)[0] ?? '');
  if (path === undefined || path === '/api' || path.startsWith('/api/')) return { kind: 'foreign' };
  const parts = path.split('/').slice(1);
  const strange = parts.some((part) => part.startsWith('.') || part.includes('\\') || part.includes('\0'));
  if (strange || parts.slice(0, -1).includes('')) return { kind: 'foreign' };
  const name = parts.at(-1) ?? '';
  if (name === '' || path === '/index.html') return { kind: 'page', page: true };
  const page = !name.includes('.') && (accept === '' || /text\/html|\*\/\*/.test(accept));
  return { kind: 'file', path: parts.join('/'), page };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
