import { Button } from 'antd';
import { useState } from 'react';
import { setScope, type ScopeRow } from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { EMPTY_SCOPE_ROW, isWholeRow, rowOf, saidOf, scopeAnswersOf } from './scope-answers.js';
import { ScopeFields } from './scope-fields.js';
import { scopeText } from './scope-text.js';

interface Props {
  readonly institutionId: string;
  readonly serviceCode: string;
  readonly domain: string;
  /** What is on record. */
  readonly rows: readonly ScopeRow[];
  readonly etag?: string;
  readonly onClose: () => void;
}

/** The whole scope of a capability, line by line; it is sent when all of it is right, and none of it before. */
export function ScopeForm({ institutionId, serviceCode, domain, rows: known, etag, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [rows, setRows] = useState(() => known.map(saidOf));
  const [answers, setAnswers] = useState(EMPTY_SCOPE_ROW);
  const save = useChange(() => setScope(institutionId, serviceCode, rows, etag), {
    touches: [['institutions']],
    onDone: onClose,
  });
  const without = (index: number) => setRows(rows.filter((_, at) => at !== index));
  const change = (index: number, row: ScopeRow) => {
    without(index);
    setAnswers(scopeAnswersOf(row));
  };
  const add = () => {
    setRows([...rows, rowOf(answers)]);
    setAnswers(EMPTY_SCOPE_ROW);
  };
  return (
    <ActionModal
      open
      title={`${t('scope.title')}：${serviceCode}`}
      confirm={t('network.save')}
      disabled={answers.object.trim() !== ''}
      mutation={save}
      onClose={onClose}
    >
      <p className="soft">{t('scope.explain')}</p>
      <ol className="scope-list" aria-label={t('scope.title')}>
        {rows.map((row, index) => (
          <li key={index}>
            <div>
              <span>{scopeText(row, texts)}</span>
              <span className="card-tags">
                <Button size="small" disabled={answers.object.trim() !== ''} onClick={() => change(index, row)}>
                  {t('qualification.change')}
                </Button>
                <Button size="small" danger onClick={() => without(index)}>
                  {t('capability.drop')}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ol>
      {rows.length === 0 && <p className="soft">{t('scope.none')}</p>}
      <fieldset className="form row-block">
        <legend>{t('scope.line')}</legend>
        <ScopeFields domain={domain} answers={answers} onChange={setAnswers} />
        <Button disabled={!isWholeRow(answers)} onClick={add}>
          {t('scope.add')}
        </Button>
      </fieldset>
    </ActionModal>
  );
}
