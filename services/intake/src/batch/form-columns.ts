type Schema = Readonly<Record<string, unknown>>;

/** A field of a service's form as a column: `instruments.qty`, or by its titles `计量器具.数量`. */
export interface FormColumn {
  readonly key: string;
  readonly title: string;
  /** Steps into the form; a list of records has one line per row of the table. */
  readonly path: readonly (string | 0)[];
  readonly type: 'text' | 'number' | 'list';
  readonly required: boolean;
  /** What its cells have to be; of a list, each part of it. */
  readonly schema: Schema;
  /** Values by the words that stand for them. */
  readonly words: Readonly<Record<string, string>>;
}

/** The columns of a form: its plain fields, and those of the lines in its lists. */
export function formColumns(schema: Schema): readonly FormColumn[] {
  return fieldsOf(schema).flatMap(([name, field]) => {
    const title = titleOf(field, name);
    const required = isRequired(schema, name);
    const line = field['items'] as Schema;
    if (field['type'] !== 'array' || line['type'] !== 'object') {
      return [{ key: name, title, path: [name], required, ...cellOf(field) }];
    }
    return fieldsOf(line).map(([part, inner]) => ({
      key: `${name}.${part}`,
      title: `${title}.${titleOf(inner, part)}`,
      path: [name, 0 as const, part],
      required: required && isRequired(line, part),
      ...cellOf(inner),
    }));
  });
}

const fieldsOf = (schema: Schema): [string, Schema][] =>
  Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);

const titleOf = (field: Schema, name: string): string => String(field['title'] ?? name);

const isRequired = (schema: Schema, name: string): boolean =>
  ((schema['required'] ?? []) as readonly string[]).includes(name);

function cellOf(field: Schema): Pick<FormColumn, 'type' | 'schema' | 'words'> {
  const type = typeOf(field);
  const schema = type === 'list' ? (field['items'] as Schema) : field;
  const labels = (schema['x-labels'] ?? {}) as Readonly<Record<string, { readonly zh: string }>>;
  const words = Object.fromEntries(Object.entries(labels).map(([value, { zh }]) => [zh, value]));
  return { type, schema, words };
}

function typeOf({ type }: Schema): FormColumn['type'] {
  if (type === 'array') return 'list';
  return type === 'integer' || type === 'number' ? 'number' : 'text';
}
