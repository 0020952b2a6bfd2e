import { Checkbox } from 'antd';
import { useState } from 'react';
import type { CatalogService, ServicePackage } from '../../api/catalog.js';
import { DOMAINS } from '../../api/shapes.js';
import { DomainName } from '../../components/domain-name.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { useTexts } from '../../i18n/use-texts.js';
import { matchingServices } from '../catalog/matching-services.js';
import { choosePackage, toggleService } from './draft.js';
import { StepFoot } from './step-foot.js';
import type { StepProps } from './step-props.js';

interface Props extends StepProps {
  readonly services: readonly CatalogService[];
  readonly packages: readonly ServicePackage[];
}

/** One or several services, or a package of them. */
export function ChooseStep({ draft, setDraft, faults, setFaults, onDone, services, packages }: Props) {
  const { t, name } = useTexts();
  const [wish, setWish] = useState('');
  const chosen = new Set(draft.lines.map(({ serviceCode }) => serviceCode));
  const found = matchingServices(services, wish, undefined);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (chosen.size > 0) onDone();
    else setFaults([{ fieldId: 'filing-wish', text: t('filing.chooseOne') }]);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ErrorSummary faults={faults} />
      <section className="panel">
        <h2>{t('filing.packages')}</h2>
        <div className="chips">
          {packages.map((group) => (
            <button
              key={group.code}
              type="button"
              className="chip"
              title={group.description}
              aria-pressed={draft.packageCode === group.code}
              onClick={() => setDraft(choosePackage(draft, group))}
            >
              {name(group.name)}
            </button>
          ))}
        </div>
      </section>
      <section className="panel">
        <h2>{t('filing.services')}</h2>
        <label htmlFor="filing-wish" className="visually-hidden">
          {t('home.search')}
        </label>
        <input
          id="filing-wish"
          type="search"
          className="field"
          value={wish}
          placeholder={t('home.searchHint')}
          onChange={(event) => setWish(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        {DOMAINS.map((domain) => ({ domain, own: found.filter((service) => service.domain === domain) }))
          .filter(({ own }) => own.length > 0)
          .map(({ domain, own }) => (
            <fieldset key={domain} className="choices">
              <legend>
                <DomainName domain={domain} />
              </legend>
              {own.map((service) => (
                <Checkbox
                  key={service.code}
                  checked={chosen.has(service.code)}
                  onChange={() => setDraft(toggleService(draft, service.code, packages))}
                >
                  {name(service.name)}
                </Checkbox>
              ))}
            </fieldset>
          ))}
      </section>
      <div className="sticky-foot">
        <span role="status">{t('filing.chosen', { count: chosen.size })}</span>
        <StepFoot next={t('filing.next')} />
      </div>
    </form>
  );
}
