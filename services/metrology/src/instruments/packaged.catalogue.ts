import { calibrationItems, mandatoryInstruments } from '@nqi/reference-data';
import type { InstrumentCatalogue, InstrumentKind } from './instrument-kind.js';
import { parseAllowance, parseRange, parseUncertainty } from './limits.js';
import { usualUnit } from './units.js';

/** The instruments of the reference data that ships with the product. */
export function packagedCatalogue(): InstrumentCatalogue {
  const kinds = new Map<string, InstrumentKind>([...mandatoryKinds(), ...calibrationKinds()]);
  return { find: (ref) => kinds.get(ref) };
}

function mandatoryKinds(): (readonly [string, InstrumentKind])[] {
  return mandatoryInstruments().map((row) => [
    row.id,
    {
      ref: row.id,
      name: row.class2Name,
      mandatory: row.mandatoryVerification,
      mode: row.verificationMode,
      basis: row.regulationNo,
      periodMonths: row.periodMonths,
      periodNote: row.periodNote,
      unit: usualUnit(row.class1Name),
    },
  ]);
}

function calibrationKinds(): (readonly [string, InstrumentKind])[] {
  return calibrationItems().map((row) => {
    // Kinds read in several units have limits for each of them, which one figure cannot say.
    const [unit = '', ...others] = row.unit.split(',');
    const single = others.length === 0;
    return [
      row.id,
      {
        ref: row.id,
        name: row.nameZh,
        mandatory: false,
        mode: row.specKind === 'verification-regulation' ? 'periodic' : 'none',
        basis: row.specNo,
        periodMonths: row.specKind === 'verification-regulation' ? row.intervalMonths : undefined,
        unit,
        range: single ? parseRange(row.range) : undefined,
        allowance: single ? parseAllowance(row.mpeOrClass, unit) : undefined,
        capability: single ? parseUncertainty(row.cmcExpandedUncertainty, unit) : undefined,
        coverageFactor: row.coverageFactorK,
        intervalMonths: row.intervalMonths,
      },
    ];
  });
}
