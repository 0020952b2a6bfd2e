import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { CatalogService } from '../../api/catalog.js';
import { IdempotencyKeys } from '../../api/idempotency-keys.js';
import { isApiError } from '../../api/problem.js';
import { fileRequest } from '../../api/requests.js';
import type { Me } from '../../api/session.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import type { Place } from '../../components/places.js';
import { usePlaces } from '../../components/use-places.js';
import { fieldId, pointerParts } from '../../format/pointers.js';
import { FormView } from '../../forms/form-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ChosenMaterials } from '../materials/chosen-materials.js';
import { toFiling } from './draft.js';
import { StepFoot } from './step-foot.js';
import type { StepProps } from './step-props.js';
import { placeOf, type FilingStep } from './steps.js';

interface Props extends StepProps {
  readonly services: readonly CatalogService[];
  readonly me: Me;
  readonly onShow: (step: FilingStep) => void;
  readonly onFiled: () => void;
}

/** Everything once more before it is filed, each part with a way back to it. */
export function CheckStep({ draft, faults, setFaults, onBack, services, me, onShow, onFiled }: Props) {
  const { t, name } = useTexts();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const keys = useRef(new IdempotencyKeys(() => crypto.randomUUID()));
  const [traceId, setTraceId] = useState<string>();
  const { regions, parks } = usePlaces(draft.regionCode);
  const placeName = (code: string, places: readonly Place[]) => name(places.find((place) => place.code === code)?.name);
  const file = useMutation({
    mutationFn: () => {
      const filing = toFiling(draft);
      return fileRequest(filing, keys.current.keyFor(filing));
    },
    onSuccess: ({ id }) => {
      keys.current.forget();
      void cache.invalidateQueries({ queryKey: ['requests'] });
      void navigate({ to: '/requests/$id/filed', params: { id }, replace: true }).then(onFiled);
    },
    onError: (error) => showError(error),
  });
  const showError = (error: unknown) => {
    if (!isApiError(error)) return setFaults([{ text: t('state.bug') }]);
    setTraceId(error.problem.traceId);
    const named = error.faults.map(({ pointer, detail }) => {
      const { step, prefix, path } = placeOf(pointerParts(pointer));
      return { fieldId: fieldId(prefix, path), text: detail, open: () => onShow(step) };
    });
    const whole = error.status === 0 ? `${t('state.network')} ${t('filing.keptDraft')}` : error.problem.detail;
    setFaults(named.length > 0 ? named : [{ text: whole || t('state.failed') }]);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    file.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ErrorSummary faults={faults} traceId={traceId} />
      {draft.lines.map((line) => {
        const service = services.find(({ code }) => code === line.serviceCode);
        if (!service) return null;
        return (
          <section key={line.serviceCode} className="panel">
            <CheckHead title={name(service.name)} onChange={() => onShow('details')} />
            <FormView schema={service.form} form={line.form} />
            {line.materials && line.materials.length > 0 && <ChosenMaterials ids={line.materials} />}
          </section>
        );
      })}
      <section className="panel">
        <CheckHead title={t('filing.step.contact')} onChange={() => onShow('contact')} />
        <Facts
          facts={[
            [t('filing.enterprise'), draft.enterprise?.name ?? me.organizationName],
            [t('filing.contactName'), draft.contactName],
            [t('filing.contactPhone'), draft.contactPhone],
            [t('place.region'), placeName(draft.regionCode, regions) || draft.regionCode],
            [t('place.park'), placeName(draft.parkCode, parks)],
            [t('filing.mode'), t(`mode.${draft.mode}`)],
            [t('filing.urgency'), t(`urgency.${draft.urgency}`)],
          ]}
        />
      </section>
      <StepFoot onBack={onBack} next={t('filing.submit')} loading={file.isPending} />
    </form>
  );
}

function CheckHead({ title, onChange }: { title: string; onChange: () => void }) {
  const { t } = useTexts();
  return (
    <div className="panel-head">
      <h2>{title}</h2>
      <Button type="link" aria-label={t('filing.changeOf', { title })} onClick={onChange}>
        {t('filing.change')}
      </Button>
    </div>
  );
}
