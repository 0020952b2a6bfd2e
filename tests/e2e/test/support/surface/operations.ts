import type { Permission } from '@nqi/platform';
import type { City } from '../city.js';

/** What the tests read of a JSON Schema in an OpenAPI 3.1 document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly example?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly 'x-permission'?: Permission;
  readonly 'x-public'?: boolean;
}

/** One operation of the merged OpenAPI document. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** What `@Allow` says of it; undefined where any signed-in caller may, or everybody. */
  readonly permission?: Permission;
  readonly open: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
}

export interface Surface {
  readonly operations: readonly Operation[];
  /** The schema that a reference leads to. */
  readonly resolve: (schema: Schema) => Schema;
}

/** Addresses of the gateway's own that say nothing about anybody. */
const CONTRACTS = ['/api/openapi.json', '/api/asyncapi.json'];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Everything that the running system says it answers. Throws while a service is missing from the description. */
export async function surfaceOf(city: City): Promise<Surface> {
  const { body } = await city.anybody.get('/api/openapi.json');
  if (body['x-missing'].length > 0) throw new Error(`not described: ${body['x-missing'].join(', ')}`);
  const schemas = (body.components?.schemas ?? {}) as Record<string, Schema>;
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    return name === undefined ? schema : resolve(schemas[name] ?? {});
  };
  const paths = body.paths as Record<string, Record<string, Described>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, said]) => operationOf(method, path, said)),
  );
  return { operations, resolve };
}

function operationOf(method: string, path: string, said: Described): Operation {
  const open = said['x-public'] === true || CONTRACTS.includes(path);
  return {
    method: method.toUpperCase(),
    path,
    permission: open ? undefined : said['x-permission'],
    open,
    parameters: said.parameters ?? [],
    body: said.requestBody?.content?.['application/json']?.schema,
  };
}

export const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`;

/** The operation's address with its parameters filled in; what `values` does not name becomes `otherwise`. */
export const addressOf = (path: string, values: Readonly<Record<string, string>>, otherwise = NOBODYS_ID): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? otherwise));

/** A well-formed id that nothing has. */
export const NOBODYS_ID = '00000000-0000-7000-8000-000000000000';
