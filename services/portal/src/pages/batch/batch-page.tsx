import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { XLSX, fileBatch, type Batch } from '../../api/batch.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useTexts } from '../../i18n/use-texts.js';
import { BatchFaults } from './batch-faults.js';
import { BatchTemplate } from './batch-template.js';
import { saveTable, saveWorkbook } from './save-text.js';

/** Many filings by one table: checked first, then filed; what is wrong comes back as a table to be put right. */
export function BatchPage() {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [table, setTable] = useState<File>();
  const run = useMutation({
    mutationFn: ({ file, preview }: { file: File; preview: boolean }) => fileBatch(file, preview),
    onSuccess: ({ preview }) => {
      if (!preview) void cache.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  const choose = (file: File | undefined) => {
    setTable(file);
    run.reset();
    if (file) run.mutate({ file, preview: true });
  };
  return (
    <Page title={t('batch.title')} lead={t('batch.lead')} back={{ to: '/requests', text: t('nav.requests') }}>
      <section className="panel form">
        <BatchTemplate />
        <label htmlFor="batch-file">{t('batch.file')}</label>
        <input
          id="batch-file"
          type="file"
          accept={`.csv,text/csv,.xlsx,${XLSX}`}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </section>
      {run.isPending && <p role="status">{t('batch.working')}</p>}
      {run.isError && <ProblemPanel error={run.error} />}
      {run.data && (
        <Outcome
          batch={run.data}
          busy={run.isPending}
          onFile={() => table && run.mutate({ file: table, preview: false })}
        />
      )}
    </Page>
  );
}

function Outcome({ batch, busy, onFile }: { batch: Batch; busy: boolean; onFile: () => void }) {
  const { t } = useTexts();
  const { preview, rows, wrong, filed, filedBefore, errorFile, errorWorkbook } = batch;
  const right = rows - wrong;
  return (
    <section className="panel" aria-live="polite">
      {preview ? (
        <Notice tone={wrong > 0 ? 'warn' : 'good'} title={t('batch.checked', { rows, right, wrong })} />
      ) : (
        <Notice tone={wrong > 0 ? 'warn' : 'good'} title={t('batch.done', { filed, filedBefore, wrong })} />
      )}
      <p className="form-foot">
        {preview && right > 0 && (
          <Button type="primary" size="large" loading={busy} onClick={onFile}>
            {t('batch.submit', { right })}
          </Button>
        )}
        {errorWorkbook && (
          <Button size="large" onClick={() => saveWorkbook(t('batch.errorWorkbookName'), errorWorkbook)}>
            {t('batch.errorsAsWorkbook')}
          </Button>
        )}
        {errorFile && (
          <Button size="large" onClick={() => saveTable(t('batch.errorName'), errorFile)}>
            {t('batch.errors')}
          </Button>
        )}
      </p>
      <BatchFaults rows={batch.results} />
    </section>
  );
}
