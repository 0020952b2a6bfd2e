import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { stepDemand, type Demand, type DemandItem } from '../../api/demands.js';
import { packagesQuery, servicesQuery } from '../../app/queries.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, ChoicesInput, TextInput } from '../../components/inputs.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SayWhy } from './say-why.js';
import { ServiceForms } from './service-forms.js';

interface Props {
  readonly demand: Demand;
  readonly etag?: string;
}

/** The dispatcher turns the need into services or a package, with the forms filled in as far as the need says. */
export function ProposeServices({ demand, etag }: Props) {
  const { t, name } = useTexts();
  const { data: services = [] } = useQuery(servicesQuery);
  const { data: packages = [] } = useQuery(packagesQuery);
  const [packageCode, setPackageCode] = useState('');
  const [items, setItems] = useState<readonly DemandItem[]>([]);
  const [message, setMessage] = useState('');
  const propose = useChange(
    () =>
      stepDemand(
        demand.requestId,
        { step: 'propose', items, message: message.trim(), ...(packageCode && { packageCode }) },
        etag,
      ),
    { touches: [['demands']] },
  );
  const choose = (codes: readonly string[]) =>
    setItems(
      codes.map((serviceCode) => items.find((item) => item.serviceCode === serviceCode) ?? { serviceCode, form: {} }),
    );
  const choosePackage = (code: string) => {
    setPackageCode(code);
    const chosen = packages.find((group) => group.code === code);
    if (chosen) choose(chosen.serviceCodes);
  };
  const faults = faultsOf(propose.error, 'proposal');
  return (
    <section className="panel form">
      <h2>{t('demand.propose')}</h2>
      <p className="soft">{t('demand.proposeHint')}</p>
      <ErrorSummary faults={faults} />
      {propose.error && faults.length === 0 && <ProblemPanel error={propose.error} />}
      <ChoiceInput
        id="proposal.packageCode"
        label={t('demand.package')}
        optional
        value={packageCode}
        options={packages.map((group) => ({ value: group.code, label: name(group.name) }))}
        faults={faults}
        onChange={choosePackage}
      />
      <ChoicesInput
        id="proposal.items"
        label={t('demand.services')}
        value={items.map(({ serviceCode }) => serviceCode)}
        options={services.map(({ code, name: title }) => ({ value: code, label: `${code} ${name(title)}` }))}
        faults={faults}
        onChange={choose}
      />
      <ServiceForms items={items} checked={false} onChange={setItems} />
      <TextInput
        id="proposal.message"
        label={t('demand.message')}
        rows={3}
        max={1_000}
        value={message}
        faults={faults}
        onChange={setMessage}
      />
      <div className="form-foot">
        <Button
          type="primary"
          disabled={items.length === 0 || message.trim() === ''}
          loading={propose.isPending}
          onClick={() => propose.mutate()}
        >
          {t('demand.propose')}
        </Button>
        <SayWhy demand={demand} etag={etag} step="close" />
      </div>
    </section>
  );
}
