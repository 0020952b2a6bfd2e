import { useQuery } from '@tanstack/react-query';
import { readDifferences, type Difference, type PolicyKind } from '../../api/policies.js';
import { QueryView } from '../../components/query-view.js';
import { pointerParts } from '../../format/pointers.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';
import { fieldName } from './field-name.js';

interface Props {
  readonly kind: PolicyKind;
  /** The version in force. */
  readonly from: string;
  readonly to: string;
}

/** Field by field, what this version would change. */
export function PolicyDifferences({ kind, from, to }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const query = useQuery({
    queryKey: ['policies', kind, 'diff', from, to],
    queryFn: () => readDifferences(kind, from, to),
  });
  return (
    <section className="panel">
      <h2>{t('policy.differences', { version: from })}</h2>
      <QueryView query={query} lines={3}>
        {(differences) =>
          differences.length === 0 ? (
            <p className="soft">{t('policy.same')}</p>
          ) : (
            <div className="scroll" tabIndex={0} role="region" aria-label={t('policy.differences', { version: from })}>
              <table className="figures">
                <thead>
                  <tr>
                    <th scope="col">{t('policy.field')}</th>
                    <th scope="col">{t('policy.before', { version: from })}</th>
                    <th scope="col">{t('policy.after', { version: to })}</th>
                  </tr>
                </thead>
                <tbody>
                  {differences.map((difference) => (
                    <DifferenceRow key={difference.pointer} difference={difference} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
    </section>
  );
}

function DifferenceRow({ difference: { pointer, before, after } }: { difference: Difference }) {
  const texts = useTexts();
  return (
    <tr>
      <th scope="row">
        {pointerParts(pointer)
          .map((part) => nameOf(part, texts))
          .join(' › ')}
      </th>
      <td>{valueText(before)}</td>
      <td>{valueText(after)}</td>
    </tr>
  );
}

const nameOf = (part: string, texts: Texts): string =>
  /^\d+$/.test(part) ? String(Number(part) + 1) : fieldName(part, texts);

const valueText = (value: unknown): string =>
  value === undefined ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value);
