import type { Simulation } from '../../api/simulations.js';
import { countText } from '../../format/numbers.js';
import { instantText } from '../../format/times.js';
import type { Texts } from '../../i18n/use-texts.js';

/** Over which requests a run went, in a line. */
export function sampleText({ sample }: Simulation, { t, language }: Texts): string {
  if ('generated' in sample) {
    const { requests, seed } = sample.generated;
    return t('lab.generatedSample', { count: countText(requests, language), seed });
  }
  const { from, until, limit } = sample.recorded;
  return t('lab.recordedSample', {
    from: instantText(from, language),
    until: instantText(until, language),
    count: countText(limit, language),
  });
}
