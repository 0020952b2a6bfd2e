import { TextInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SCOPE_FIELDS, type ScopeAnswers } from './scope-answers.js';

interface Props {
  readonly domain: string;
  readonly answers: ScopeAnswers;
  readonly onChange: (answers: ScopeAnswers) => void;
}

/** What a line of a scope says in a domain: instrument with range and uncertainty, product with parameter and method, field. */
export function ScopeFields({ domain, answers, onChange }: Props) {
  const { t } = useTexts();
  const asked = SCOPE_FIELDS[domain] ?? [];
  const input = (field: keyof ScopeAnswers) => ({
    id: `scope.${field}`,
    label: t(`scope.${field}`),
    value: answers[field],
    onChange: (value: string) => onChange({ ...answers, [field]: value }),
  });
  return (
    <>
      <TextInput {...input('object')} label={t(`scope.objectOf.${domain}`)} hint={t('scope.objectHint')} max={100} />
      {asked.includes('measure') && (
        <>
          <div className="field-three">
            <TextInput {...input('low')} max={20} optional />
            <TextInput {...input('high')} max={20} optional />
            <TextInput {...input('unit')} max={20} optional />
          </div>
          <div className="field-three">
            <TextInput {...input('uncertainty')} max={20} optional />
            <TextInput {...input('uncertaintyUnit')} max={20} optional />
            <TextInput {...input('k')} max={5} />
          </div>
        </>
      )}
      {asked.includes('parameter') && <TextInput {...input('parameter')} max={100} />}
      {asked.includes('method') && (
        <TextInput
          {...input('method')}
          hint={t(domain === 'testing' ? 'scope.datedMethod' : 'scope.methodHint')}
          max={60}
          optional={domain !== 'testing'}
        />
      )}
    </>
  );
}
