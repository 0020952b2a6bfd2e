import { Button } from 'antd';
import type { FormFault } from '../../components/error-summary.js';
import { useTexts } from '../../i18n/use-texts.js';
import { EMPTY_QUALIFICATION, type QualificationAnswers } from './qualification-answers.js';
import { QualificationFields } from './qualification-fields.js';

interface Props {
  readonly rows: readonly QualificationAnswers[];
  readonly faults: readonly FormFault[];
  readonly onChange: (rows: readonly QualificationAnswers[]) => void;
}

/** The qualifications of an application, one block each. */
export function QualificationRows({ rows, faults, onChange }: Props) {
  const { t } = useTexts();
  return (
    <div className="form" id="application.qualifications">
      <h2>{t('institution.qualifications')}</h2>
      {rows.map((answers, index) => (
        <fieldset key={index} className="form row-block">
          <legend>{t('application.qualification', { number: index + 1 })}</legend>
          <QualificationFields
            prefix={`application.qualifications.${index}`}
            answers={answers}
            isNew
            faults={faults}
            onChange={(changed) => onChange(rows.map((row, at) => (at === index ? changed : row)))}
          />
          <Button size="small" danger onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            {t('application.drop')}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => onChange([...rows, EMPTY_QUALIFICATION])}>{t('qualification.add')}</Button>
    </div>
  );
}
