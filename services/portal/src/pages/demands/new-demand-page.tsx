import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { fileDemand, type NewDemand } from '../../api/demands.js';
import type { Mode, Urgency } from '../../api/shapes.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { Page } from '../../components/page.js';
import { PlaceFields } from '../../components/place-fields.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

const MODES: readonly Mode[] = ['online', 'offline', 'on-site'];
const URGENCIES: readonly Urgency[] = ['normal', 'urgent'];
const EMPTY = { text: '', name: '', phone: '', regionCode: '', parkCode: '', mode: 'online', urgency: 'normal' };

/** A need in the enterprise's own words. */
export function NewDemandPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(EMPTY);
  const change = (changes: Partial<typeof EMPTY>) => setTyped((known) => ({ ...known, ...changes }));
  const file = useCreation<NewDemand, { readonly requestId: string }>(() => bodyOf(typed), fileDemand, {
    touches: [['demands'], ['requests']],
    onDone: ({ requestId }) => void navigate({ to: '/demands/$id', params: { id: requestId } }),
  });
  const faults = faultsOf(file.error, 'demand');
  const complete = [typed.text, typed.name, typed.phone, typed.regionCode].every((text) => text.trim() !== '');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    file.mutate();
  };
  const words = (of: readonly string[], key: string) => of.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <Page title={t('demand.new')} lead={t('demand.newLead')} failed={faults.length > 0} narrow>
      <form className="panel form" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        {file.error && faults.length === 0 && <ProblemPanel error={file.error} />}
        <TextInput
          id="demand.text"
          label={t('demand.text')}
          hint={t('demand.textHint')}
          rows={6}
          max={2_000}
          value={typed.text}
          faults={faults}
          onChange={(text) => change({ text })}
        />
        <TextInput
          id="demand.contact.name"
          label={t('filing.contactName')}
          max={50}
          value={typed.name}
          faults={faults}
          onChange={(name) => change({ name })}
        />
        <TextInput
          id="demand.contact.phone"
          label={t('filing.contactPhone')}
          hint={t('filing.phoneHint')}
          max={30}
          value={typed.phone}
          faults={faults}
          onChange={(phone) => change({ phone })}
        />
        <PlaceFields
          prefix="demand"
          regionCode={typed.regionCode}
          parkCode={typed.parkCode}
          faults={faults}
          onChange={change}
        />
        <ChoiceInput
          id="demand.mode"
          label={t('filing.mode')}
          value={typed.mode}
          options={words(MODES, 'mode')}
          faults={faults}
          onChange={(mode) => change({ mode })}
        />
        <ChoiceInput
          id="demand.urgency"
          label={t('filing.urgency')}
          value={typed.urgency}
          options={words(URGENCIES, 'urgency')}
          faults={faults}
          onChange={(urgency) => change({ urgency })}
        />
        <div className="form-foot">
          <Button type="primary" htmlType="submit" size="large" disabled={!complete} loading={file.isPending}>
            {t('demand.send')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

const bodyOf = ({ text, name, phone, regionCode, parkCode, mode, urgency }: typeof EMPTY): NewDemand => ({
  text: text.trim(),
  contact: { name: name.trim(), phone: phone.trim() },
  regionCode,
  ...(parkCode && { parkCode }),
  mode: mode as Mode,
  urgency: urgency as Urgency,
});
