import { readCsv } from './csv.js';
import { once } from './data-file.js';

/** How a mandatory instrument is verified: once until it fails or is rotated out, or again and again. */
export type VerificationMode = 'first_scrap' | 'first_rotate' | 'periodic' | 'none';
const MODES: readonly VerificationMode[] = ['first_scrap', 'first_rotate', 'periodic', 'none'];

export interface MandatoryInstrument {
  readonly id: string;
  /** Groups the classes of this file; not the number in the national catalogue. */
  readonly class1Order: number;
  readonly class1Name: string;
  readonly class2Name: string;
  readonly class2NameEn: string;
  readonly supervision: string;
  readonly typeApproval: boolean;
  readonly mandatoryVerification: boolean;
  readonly verificationMode: VerificationMode;
  readonly verificationModeZh?: string;
  readonly useAreas: readonly string[];
  readonly scopeNote: string;
  /** The usual period; the regulation in force decides. */
  readonly periodMonths?: number;
  readonly periodNote?: string;
  readonly regulationNo?: string;
  readonly regulationTitle?: string;
  readonly classConfidence: string;
  readonly regulationConfidence?: string;
}

export const mandatoryInstruments = once(() =>
  readCsv<MandatoryInstrument>(
    'mandatory_instruments.csv',
    (row) => ({
      id: row.matching('id', /^MI\d{3}$/),
      class1Order: row.number('class1_order'),
      class1Name: row.text('class1_name'),
      class2Name: row.text('class2_name'),
      class2NameEn: row.text('class2_name_en'),
      supervision: row.text('supervision'),
      typeApproval: row.flag('type_approval'),
      mandatoryVerification: row.flag('mandatory_verification'),
      verificationMode: row.oneOf('verification_mode', MODES),
      verificationModeZh: row.optional('verification_mode_zh'),
      useAreas: row.list('use_areas'),
      scopeNote: row.text('scope_note'),
      periodMonths: row.optionalNumber('period_months'),
      periodNote: row.optional('period_note'),
      regulationNo: row.optional('regulation_no'),
      regulationTitle: row.optional('regulation_title'),
      classConfidence: row.text('class_confidence'),
      regulationConfidence: row.optional('regulation_confidence'),
    }),
    'id',
  ),
);

export interface CalibrationItem {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly discipline: string;
  readonly quantity: string;
  readonly unit: string;
  readonly range: string;
  readonly mpeOrClass: string;
  readonly specNo: string;
  readonly specKind: 'verification-regulation' | 'calibration-specification';
  /** Illustrative (`U=0.01 mm`), no laboratory's accredited scope. */
  readonly cmcExpandedUncertainty: string;
  /** A decimal, kept as text. */
  readonly coverageFactorK: string;
  /** A suggestion. */
  readonly intervalMonths: number;
  readonly confidence: string;
}

const SPEC_KINDS = { 检定规程: 'verification-regulation', 校准规范: 'calibration-specification' } as const;

export const calibrationItems = once(() =>
  readCsv<CalibrationItem>(
    'calibration_items.csv',
    (row) => ({
      id: row.matching('id', /^CI\d{3}$/),
      nameZh: row.text('name_zh'),
      nameEn: row.text('name_en'),
      discipline: row.text('discipline'),
      quantity: row.text('quantity'),
      unit: row.text('unit'),
      range: row.text('range'),
      mpeOrClass: row.text('mpe_or_class'),
      specNo: row.text('spec_no'),
      specKind: row.mapped('spec_kind', SPEC_KINDS),
      cmcExpandedUncertainty: row.text('cmc_expanded_uncertainty'),
      coverageFactorK: row.matching('coverage_factor_k', /^\d+(\.\d+)?$/),
      intervalMonths: row.number('interval_months'),
      confidence: row.text('confidence'),
    }),
    'id',
  ),
);
