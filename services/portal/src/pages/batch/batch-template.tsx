import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { saveFile } from '../../api/save-file.js';
import { servicesQuery } from '../../app/queries.js';
import { FilterSelect } from '../../components/filter-select.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The empty table of a service, with a guide to its columns. */
export function BatchTemplate() {
  const { t, name } = useTexts();
  const { data: services = [] } = useQuery(servicesQuery);
  const [code, setCode] = useState<string>();
  const save = useMutation({
    mutationFn: (serviceCode: string) =>
      saveFile(
        `/requests/batch/template/${encodeURIComponent(serviceCode)}`,
        t('batch.templateName', { code: serviceCode }),
      ),
  });
  return (
    <>
      <FilterSelect
        label={t('batch.service')}
        value={code}
        all={t('batch.chooseService')}
        options={services.map((service) => ({ value: service.code, label: `${service.code} ${name(service.name)}` }))}
        onChange={setCode}
      />
      <p>
        <Button disabled={!code} loading={save.isPending} onClick={() => code && save.mutate(code)}>
          {t('batch.template')}
        </Button>
      </p>
      {save.isError && <ProblemPanel error={save.error} />}
    </>
  );
}
