import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { CatalogService } from '../../api/catalog.js';
import { correctItem, type RequestItem } from '../../api/requests.js';
import type { FormData } from '../../api/shapes.js';
import { servicesQuery } from '../../app/queries.js';
import { AttachedMaterials } from '../../components/attached-materials.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useFormFaults } from '../../components/use-form-faults.js';
import { nearestFieldId } from '../../format/pointers.js';
import { breachInWords, checkForm } from '../../forms/check-form.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useTexts } from '../../i18n/use-texts.js';
import { MaterialsField } from '../materials/materials-field.js';
import { requestQuery } from './request-queries.js';

const route = getRouteApi('/requests/$id/correction/$itemId');
const onPage = (id: string): boolean => document.getElementById(id) !== null;

/** The form of a returned item as it was filed, to be corrected. */
export function CorrectionPage() {
  const { t, name } = useTexts();
  const { id, itemId } = route.useParams();
  const request = useQuery(requestQuery(id));
  const services = useQuery(servicesQuery);
  const item = request.data?.value.items.find((candidate) => candidate.id === itemId);
  const service = services.data?.find(({ code }) => code === item?.serviceCode);
  return (
    <Page
      title={t('correction.title')}
      lead={name(item?.serviceName)}
      back={{ to: `/requests/${id}`, text: t('correction.back') }}
    >
      <QueryView query={request}>
        {({ etag }) => (
          <QueryView query={services}>
            {() => item && service && <CorrectionForm requestId={id} item={item} service={service} etag={etag} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

interface FormProps {
  readonly requestId: string;
  readonly item: RequestItem;
  readonly service: CatalogService;
  readonly etag?: string;
}

function CorrectionForm({ requestId, item, service, etag }: FormProps) {
  const { t, language } = useTexts();
  const cache = useQueryClient();
  const navigate = route.useNavigate();
  const [form, setForm] = useState<FormData>(item.form ?? {});
  const [materials, setMaterials] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState(false);
  const place = (path: readonly string[]) =>
    nearestFieldId('correction', path[0] === 'form' ? path.slice(1) : path, onPage);
  const { faults, traceId, show, showError } = useFormFaults(place);
  const breaches = checked ? checkForm(service.form, form) : undefined;
  const correct = useMutation({
    mutationFn: () => correctItem(requestId, item.id, { form, ...(materials.length > 0 && { materials }) }, etag),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['request', requestId] });
      await navigate({ to: '/requests/$id', params: { id: requestId } });
    },
    onError: showError,
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const found = checkForm(service.form, form);
    show(
      found.map((breach) => ({
        fieldId: place(breach.path),
        text: breachInWords(service.form, breach, language),
      })),
    );
    if (found.length === 0) correct.mutate();
  };
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} traceId={traceId} />
      <div className="notice notice-warn">
        <strong>{t('request.returned')}</strong>
        <ul>
          {item.returnedFor?.map((missing) => (
            <li key={missing}>{missing}</li>
          ))}
        </ul>
      </div>
      <SchemaForm prefix="correction" schema={service.form} value={form} breaches={breaches} onChange={setForm} />
      {item.materials && item.materials.length > 0 && (
        <div>
          <h2>{t('material.title')}</h2>
          <AttachedMaterials materials={item.materials} />
        </div>
      )}
      <MaterialsField id="correction.materials" value={materials} faults={faults} onChange={setMaterials} />
      <Button type="primary" size="large" htmlType="submit" loading={correct.isPending}>
        {t('correction.submit')}
      </Button>
    </form>
  );
}
