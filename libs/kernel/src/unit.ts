interface Unit {
  /** What it measures; only units of one kind are compared. */
  readonly kind: string;
  readonly factor: number;
  readonly offset: number;
}

/** Units by kind, each with its factor to the first one (GB 3100; relative quantities in per cent). */
const KINDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: { m: 1, km: 1e3, dm: 0.1, cm: 1e-2, mm: 1e-3, μm: 1e-6, um: 1e-6, nm: 1e-9 },
  mass: { kg: 1, t: 1e3, g: 1e-3, mg: 1e-6, μg: 1e-9 },
  force: { N: 1, mN: 1e-3, kN: 1e3, MN: 1e6 },
  pressure: { Pa: 1, hPa: 1e2, kPa: 1e3, MPa: 1e6, GPa: 1e9, mbar: 1e2, bar: 1e5 },
  torque: { 'N·m': 1, 'N·mm': 1e-3, 'N·cm': 1e-2, 'kN·m': 1e3 },
  voltage: { V: 1, μV: 1e-6, mV: 1e-3, kV: 1e3 },
  current: { A: 1, μA: 1e-6, mA: 1e-3, kA: 1e3 },
  resistance: { Ω: 1, mΩ: 1e-3, kΩ: 1e3, MΩ: 1e6, GΩ: 1e9 },
  power: { W: 1, mW: 1e-3, kW: 1e3, MW: 1e6 },
  energy: { J: 1, kJ: 1e3, MJ: 1e6, Wh: 3.6e3, kWh: 3.6e6 },
  time: { s: 1, ns: 1e-9, μs: 1e-6, ms: 1e-3, min: 60, h: 3600 },
  frequency: { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 },
  rotation: { 'r/min': 1, rpm: 1, 'r/s': 60 },
  volume: { L: 1, μL: 1e-6, uL: 1e-6, mL: 1e-3, ml: 1e-3, m3: 1e3 },
  flow: { 'L/h': 1, 'mL/min': 0.06, 'L/min': 60, 'm3/h': 1e3 },
  acceleration: { 'm/s2': 1, g0: 9.80665 },
  conductivity: { 'μS/cm': 1, 'mS/cm': 1e3, 'S/m': 1e4 },
  slope: { 'mm/m': 1 },
  ratio: { '%': 1, '‰': 0.1, ppm: 1e-4 },
  'share of full scale': { '%FS': 1, '%F.S.': 1, '%F.S': 1 },
  'relative humidity': { '%RH': 1 },
  'explosive limit': { '%LEL': 1 },
  illuminance: { lx: 1, klx: 1e3 },
  sound: { dB: 1 },
  acidity: { pH: 1 },
  turbidity: { NTU: 1 },
  gloss: { GU: 1 },
  'Rockwell hardness': { HRC: 1 },
  'Brinell hardness': { HBW: 1 },
  'Leeb hardness': { HLD: 1 },
};

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...Object.entries(KINDS).flatMap(([kind, units]) =>
    Object.entries(units).map(([symbol, factor]) => [plain(symbol), { kind, factor, offset: 0 }] as const),
  ),
  ['K', { kind: 'temperature', factor: 1, offset: 0 }],
  ['°C', { kind: 'temperature', factor: 1, offset: 273.15 }],
  ['°F', { kind: 'temperature', factor: 5 / 9, offset: 459.67 * (5 / 9) }],
]);

/** Compatibility forms are one unit: ℃ and °C, µ and μ, m³ and m3, N•m and N·m. */
function plain(symbol: string): string {
  return symbol
    .normalize('NFKC')
    .trim()
    .replace(/[•‧∙⋅*]/g, '·');
}

export function isUnit(symbol: string): boolean {
  return UNITS.has(plain(symbol));
}

/** True for two known units of one kind of quantity. */
export function isSameQuantity(one: string, other: string): boolean {
  const [a, b] = [UNITS.get(plain(one)), UNITS.get(plain(other))];
  return a !== undefined && a.kind === b?.kind;
}

/** A value of one unit in another one; undefined when one is unknown or they measure different things. */
export function convertUnit(value: number, from: string, to: string): number | undefined {
  const [source, target] = [UNITS.get(plain(from)), UNITS.get(plain(to))];
  if (!source || source.kind !== target?.kind) return undefined;
  if (source === target) return value;
  return (value * source.factor + source.offset - target.offset) / target.factor;
}

/** Likewise for a difference (an error, an uncertainty), to which where a scale begins is nothing. */
export function convertDifference(value: number, from: string, to: string): number | undefined {
  const [source, target] = [UNITS.get(plain(from)), UNITS.get(plain(to))];
  if (!source || source.kind !== target?.kind) return undefined;
  return source === target ? value : (value * source.factor) / target.factor;
}
