import { Decimal, parseDecimal, placesOfSignificant, roundToPlaces } from '@nqi/kernel';
import { parseRange, valueAt } from '../instruments/limits.js';
import type { PreparedGroup } from '../instruments/prepared-group.js';
import { serialsOf } from '../instruments/serials.js';
import type { Way } from './metrology-job.js';

const SHARES = ['0.2', '0.5', '0.8'];
/** Where nothing is known of a kind's range. */
const ANY_POINTS = ['10', '50', '100'];
const MOST_DECIMALS = 9;

/** Points spread over the measuring range, where that is known. */
export function suggestedPoints({ range: stated, kind }: PreparedGroup): string[] {
  const range = kind?.unit ? ((stated && parseRange(stated)) ?? kind.range) : undefined;
  if (!range) return [];
  const span = parseDecimal(range.max).minus(range.min);
  const points = SHARES.map((share) => roundedDown(span.times(share).plus(range.min)));
  return points.every((point) => point !== '0') ? points : [];
}

/** A complete record that passes: every reading a fifth of its limit too high. */
export function exampleGroup(group: PreparedGroup, way: Way): unknown {
  const points = examplePoints(group, way);
  return {
    ...exampleHead(group, way),
    points: points.map(({ nominal, mpe, uncertainty }) =>
      uncertainty ? { nominal, mpe, uncertainty } : { nominal, mpe },
    ),
    instruments: serialsOf(group, Math.min(group.quantity, 500)).map((serial) => ({
      serial,
      readings: points.map(({ reading }) => reading),
    })),
  };
}

/** The same of a batch; a calibration has no batches to judge and records some of the instruments. */
export function exampleBatch(group: PreparedGroup, way: Way): unknown {
  if (way !== 'verification') return exampleGroup({ ...group, quantity: 5 }, way);
  return {
    ...exampleHead(group, way),
    points: examplePoints(group, way).map(({ nominal, mpe, reading }) => ({
      nominal,
      mpe,
      lowest: nominal,
      highest: reading,
    })),
    instruments: [],
  };
}

const exampleHead = ({ no, kind }: PreparedGroup, way: Way) => ({
  group: no,
  unit: kind?.unit ?? 'mm',
  ...(way === 'calibration' && { coverageFactor: kind?.coverageFactor ?? '2', rule: 'simple-acceptance' }),
});

function examplePoints(group: PreparedGroup, way: Way) {
  const suggested = suggestedPoints(group);
  const nominals = suggested.length > 0 ? suggested : ANY_POINTS;
  return nominals.map((nominal) => {
    const limit = group.kind?.allowance && valueAt(group.kind.allowance, nominal, group.kind.range);
    const mpe = tidy(limit ? parseDecimal(limit) : parseDecimal(nominal).abs().times('0.01'));
    const reading = tidy(parseDecimal(nominal).plus(parseDecimal(mpe).times('0.2')));
    return {
      nominal,
      mpe,
      reading,
      ...(way === 'calibration' && { uncertainty: exampleUncertainty(group, nominal, mpe) }),
    };
  });
}

/** The capability itself, in two digits rounded up; a third of the limit where none is known. */
function exampleUncertainty({ kind }: PreparedGroup, nominal: string, mpe: string): string {
  const smallest = kind?.capability && valueAt(kind.capability, nominal);
  const value = smallest ? parseDecimal(smallest) : parseDecimal(mpe).dividedBy(3);
  return value.toSignificantDigits(2, Decimal.ROUND_UP).toFixed();
}

const tidy = (value: Decimal): string => parseDecimal(roundToPlaces(value, MOST_DECIMALS)).toFixed();

/** Two digits, towards zero, so that a point near an end stays inside. */
function roundedDown(value: Decimal): string {
  const places = placesOfSignificant(value.toFixed(), 2);
  return value.toDecimalPlaces(Math.max(0, places), Decimal.ROUND_DOWN).toFixed();
}
