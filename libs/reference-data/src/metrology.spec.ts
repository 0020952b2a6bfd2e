import { parseStandardNumber } from '@nqi/kernel';

import { calibrationItems, mandatoryInstruments } from './index.js';

describe('instruments', () => {
  it('cite regulations and specifications by a number that can be read', () => {
    const cited = [
      ...mandatoryInstruments().map((it) => it.regulationNo ?? 'JJG 1-2000'),
      ...calibrationItems().map((it) => it.specNo),
    ];
    expect(cited.filter((stdNo) => parseStandardNumber(stdNo)?.kind !== 'metrology')).toEqual([]);
  });

  it('have a mode of verification exactly where verification is mandatory', () => {
    const odd = mandatoryInstruments().filter((it) => it.mandatoryVerification === (it.verificationMode === 'none'));
    expect(odd).toEqual([]);
  });
});
