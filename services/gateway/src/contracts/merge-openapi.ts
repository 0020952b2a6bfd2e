type Json = Record<string, unknown>;

/** What the merge reads of an OpenAPI document; the rest of a document is passed on as it is. */
export interface OpenApiDocument {
  readonly paths?: Readonly<Record<string, Json>>;
  readonly tags?: readonly { readonly name: string }[];
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface MergedParts {
  readonly paths: Record<string, Json>;
  readonly tags: { name: string }[];
  readonly components: Record<string, Record<string, unknown>>;
}

const REF = /^#\/components\/([^/]+)\/(.+)$/;

/**
 * Lays the documents of several services into one, in the order given. A component of the same name and content is
 * shared; of another content it is renamed to `<service>.<name>`, with every reference to it. The first service to
 * describe an operation describes it.
 */
export function mergeOpenApi(
  documents: readonly (readonly [service: string, document: OpenApiDocument])[],
  isPublished: (path: string) => boolean,
): MergedParts {
  const merged: MergedParts = { paths: {}, tags: [], components: {} };
  for (const [service, document] of documents) {
    const renamed = renamedComponents(service, document, merged);
    addComponents(document, merged, renamed);
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      if (!isPublished(path)) continue;
      merged.paths[path] = { ...(redirect(operations, renamed) as Json), ...merged.paths[path] };
    }
    for (const tag of tagsOf(document)) {
      if (!merged.tags.some(({ name }) => name === tag.name)) merged.tags.push(tag);
    }
  }
  merged.tags.sort((a, b) => (a.name < b.name ? -1 : 1));
  return merged;
}

/**
 * New names, by reference, of the components that mean something else elsewhere. A component that refers to a renamed
 * one differs by that, so it is looked at again until nothing changes.
 */
function renamedComponents(service: string, document: OpenApiDocument, merged: MergedParts): Map<string, string> {
  const renamed = new Map<string, string>();
  const all = Object.entries(document.components ?? {}).flatMap(([kind, named]) =>
    Object.entries(named).map(([name, content]) => ({ kind, name, content })),
  );
  for (let before = -1; before !== renamed.size;) {
    before = renamed.size;
    for (const { kind, name, content } of all) {
      const ref = `#/components/${kind}/${name}`;
      const known = merged.components[kind]?.[name];
      if (renamed.has(ref) || known === undefined) continue;
      if (JSON.stringify(redirect(content, renamed)) !== JSON.stringify(known)) {
        renamed.set(ref, `#/components/${kind}/${service}.${name}`);
      }
    }
  }
  return renamed;
}

function addComponents(document: OpenApiDocument, merged: MergedParts, renamed: ReadonlyMap<string, string>): void {
  for (const [kind, named] of Object.entries(document.components ?? {})) {
    const there = (merged.components[kind] ??= {});
    for (const [name, content] of Object.entries(named)) {
      const target = REF.exec(renamed.get(`#/components/${kind}/${name}`) ?? '')?.[2] ?? name;
      there[target] = redirect(content, renamed);
    }
  }
}

/** A copy whose references lead to the new names. */
function redirect(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (renamed.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => redirect(item, renamed));
  if (typeof value === 'string') return renamed.get(value) ?? value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redirect(item, renamed)]));
}

/** Declared tags, and those that operations carry without a declaration. */
function tagsOf(document: OpenApiDocument): { name: string }[] {
  const used = Object.values(document.paths ?? {})
    .flatMap((operations) => Object.values(operations))
    .flatMap((operation) => (operation as { tags?: string[] } | null)?.tags ?? []);
  return [...(document.tags ?? []), ...[...new Set(used)].map((name) => ({ name }))];
}
