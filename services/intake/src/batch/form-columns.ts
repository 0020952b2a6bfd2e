type Schema = Readonly<Record<string, unknown>>;

/** A field of a service's form as a column: `instruments.qty`, or by its titles `计量器具.数量`. */
export interface FormColumn {
  readonly key: string;
  readonly title: string;
  /** Steps into the form; a list of records has one line per row of the table. */
  readonly path: readonly (string | 0)[];
  readonly type: 'text' | 'number' | 'list';
}

/** The columns of a form: its plain fields, and those of the lines in its lists. */
export function formColumns(schema: Schema): readonly FormColumn[] {
  return fieldsOf(schema).flatMap(([name, field]) => {
    const title = titleOf(field, name);
    if (field['type'] !== 'array') return [{ key: name, title, path: [name], type: typeOf(field) }];
    const line = field['items'] as Schema;
    if (line['type'] !== 'object') return [{ key: name, title, path: [name], type: 'list' as const }];
    return fieldsOf(line).map(([part, inner]) => ({
      key: `${name}.${part}`,
      title: `${title}.${titleOf(inner, part)}`,
      path: [name, 0 as const, part],
      type: typeOf(inner),
    }));
  });
}

const fieldsOf = (schema: Schema): [string, Schema][] =>
  Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);

const titleOf = (field: Schema, name: string): string => String(field['title'] ?? name);

function typeOf({ type }: Schema): FormColumn['type'] {
  if (type === 'array') return 'list';
  return type === 'integer' || type === 'number' ? 'number' : 'text';
}
