import type { ScopeRow } from '../../api/institutions.js';
import type { Texts } from '../../i18n/use-texts.js';

/** A line of a scope in one line of words. */
export const scopeText = (
  { object, range, uncertainty, parameter, method, methodReplacedBy }: ScopeRow,
  { t }: Texts,
): string =>
  [
    object,
    parameter,
    range && `${range.low}–${range.high} ${range.unit}`,
    uncertainty && `U=${uncertainty.value} ${uncertainty.unit} (k=${uncertainty.k})`,
    method,
    methodReplacedBy && methodReplacedBy.length > 0 && t('capability.replaced', { by: methodReplacedBy.join('、') }),
  ]
    .filter(Boolean)
    .join(' · ');
