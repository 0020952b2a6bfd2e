import { Decimal } from '@nqi/kernel';

/** Powers of ten to the family's base unit. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { nm: -9, μm: -6, mm: -3, m: 0 },
  { μg: -6, mg: -3, g: 0, kg: 3, t: 6 },
  { Pa: 0, kPa: 3, MPa: 6 },
  { μV: -6, mV: -3, V: 0, kV: 3 },
  { μA: -6, mA: -3, A: 0 },
  { mΩ: -3, Ω: 0, kΩ: 3, MΩ: 6 },
  { μL: -6, mL: -3, L: 0 },
  { ms: -3, s: 0 },
  { N: 0, kN: 3 },
];

/** What a value in `from` is multiplied by to stand in `to`; undefined when the two do not measure the same. */
export function unitFactor(from: string, to: string): string | undefined {
  const [source, target] = [from, to].map((unit) => unit.replace('µ', 'μ'));
  if (source === target) return '1';
  for (const family of FAMILIES) {
    const [power, base] = [family[source ?? ''], family[target ?? '']];
    if (power !== undefined && base !== undefined) return new Decimal(10).pow(power - base).toFixed();
  }
  return undefined;
}

const SUGGESTIONS: readonly (readonly [RegExp, string])[] = [
  [/衡器|轨道衡|秤/, 'kg'],
  [/压力/, 'MPa'],
  [/血压|眼压/, 'kPa'],
  [/体温|温度/, '℃'],
  [/加油机|计量罐|液体/, 'L'],
  [/水表|燃气|流量/, 'm³'],
  [/电能表|充电桩/, 'kWh'],
  [/气体|甲烷|可燃/, '%LEL'],
  [/测速/, 'km/h'],
  [/声级|听力/, 'dB'],
  [/绝缘电阻/, 'MΩ'],
  [/接地电阻/, 'Ω'],
];

/** The unit a kind is usually read in, offered where the reference data names none. */
export function usualUnit(name: string): string | undefined {
  return SUGGESTIONS.find(([pattern]) => pattern.test(name))?.[1];
}
