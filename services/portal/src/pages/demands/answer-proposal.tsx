import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { stepDemand, type Demand, type DemandItem } from '../../api/demands.js';
import { servicesQuery } from '../../app/queries.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useChange } from '../../components/use-change.js';
import { checkForm } from '../../forms/check-form.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SayWhy } from './say-why.js';
import { ServiceForms } from './service-forms.js';

interface Props {
  readonly demand: Demand;
  readonly etag?: string;
}

/** The enterprise takes all or some of what is proposed, with the forms completed, or says why not. */
export function AnswerProposal({ demand, etag }: Props) {
  const { t, name } = useTexts();
  const proposed = demand.proposal?.items ?? [];
  const { data: services = [] } = useQuery(servicesQuery);
  const [items, setItems] = useState<readonly DemandItem[]>(
    proposed.map(({ serviceCode, form }) => ({ serviceCode, form })),
  );
  const [checked, setChecked] = useState(false);
  const confirm = useChange(() => stepDemand(demand.requestId, { step: 'confirm', items }, etag), {
    touches: [['demands'], ['requests'], ['request', demand.requestId]],
  });
  const isSound = ({ serviceCode, form }: DemandItem) =>
    checkForm(services.find(({ code }) => code === serviceCode)?.form ?? {}, form).length === 0;
  const submit = () => {
    setChecked(true);
    if (items.every(isSound)) confirm.mutate();
  };
  const toggle = (serviceCode: string, form: DemandItem['form'], wanted: boolean) =>
    setItems(wanted ? [...items, { serviceCode, form }] : items.filter((item) => item.serviceCode !== serviceCode));
  return (
    <section className="panel form">
      <h2>{t('demand.answer')}</h2>
      <p className="soft">{t('demand.answerHint')}</p>
      {confirm.error && <ProblemPanel error={confirm.error} />}
      {proposed.map(({ serviceCode, serviceName, form }) => (
        <Checkbox
          key={serviceCode}
          checked={items.some((item) => item.serviceCode === serviceCode)}
          onChange={({ target }) => toggle(serviceCode, form, target.checked)}
        >
          {name(serviceName)}
        </Checkbox>
      ))}
      <ServiceForms items={items} checked={checked} onChange={setItems} />
      <div className="form-foot">
        <Button type="primary" disabled={items.length === 0} loading={confirm.isPending} onClick={submit}>
          {t('demand.confirm')}
        </Button>
        <SayWhy demand={demand} etag={etag} step="decline" />
      </div>
    </section>
  );
}
