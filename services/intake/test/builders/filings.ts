import type { Filing } from '../../src/requests/filing.js';

/** A filing that nothing is wrong with; a test states only what matters to it. */
export function aFiling(changes: Partial<Filing> = {}): Filing {
  return {
    items: [{ serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } }],
    contact: { name: '张三', phone: '0632-0000001' },
    regionCode: '370481',
    parkCode: '370481901',
    mode: 'online',
    urgency: 'normal',
    ...changes,
  };
}

/** The same filing without some of its fields, as a careless client sends it. */
export function without(filing: object, ...path: string[]): Record<string, unknown> {
  const copy = structuredClone(filing) as Record<string, unknown>;
  const [last = ''] = path.slice(-1);
  let place = copy;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
  delete place[last];
  return copy;
}

/** The same filing with one value replaced. */
export function withValue(filing: object, value: unknown, ...path: (string | number)[]): Record<string, unknown> {
  const copy = structuredClone(filing) as Record<string, unknown>;
  const [last = ''] = path.slice(-1);
  let place = copy;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
  place[last] = value;
  return copy;
}
