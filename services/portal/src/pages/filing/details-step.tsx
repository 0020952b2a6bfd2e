import { Button } from 'antd';
import { useState } from 'react';
import type { CatalogService } from '../../api/catalog.js';
import { DomainName } from '../../components/domain-name.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { nearestFieldId } from '../../format/pointers.js';
import { breachInWords, checkForm } from '../../forms/check-form.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useTexts } from '../../i18n/use-texts.js';
import { MaterialsField } from '../materials/materials-field.js';
import { changeLine, toggleService, type DraftLine } from './draft.js';
import { InstitutionField } from './institution-field.js';
import { StepFoot } from './step-foot.js';
import type { StepProps } from './step-props.js';

interface Props extends StepProps {
  readonly services: readonly CatalogService[];
}

/** The form of every chosen service, drawn from its schema in the catalogue. */
export function DetailsStep({ draft, setDraft, faults, setFaults, onDone, onBack, services }: Props) {
  const { t, name, language } = useTexts();
  const [checked, setChecked] = useState(faults.length > 0);
  const serviceOf = ({ serviceCode }: DraftLine) => services.find(({ code }) => code === serviceCode);
  const breachesOf = (line: DraftLine) => checkForm(serviceOf(line)?.form ?? {}, line.form);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const found = draft.lines.flatMap((line, index) =>
      breachesOf(line).map((breach) => ({
        fieldId: nearestFieldId(`item${index}`, breach.path, (id) => document.getElementById(id) !== null),
        text: [
          ...(draft.lines.length > 1 ? [name(serviceOf(line)?.name)] : []),
          breachInWords(serviceOf(line)?.form ?? {}, breach, language),
        ].join(' › '),
      })),
    );
    setChecked(found.length > 0);
    if (found.length === 0) onDone();
    else setFaults(found);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      {draft.lines.map((line, index) => {
        const service = serviceOf(line);
        if (!service) return null;
        return (
          <section key={line.serviceCode} id={`item${index}`} className="panel" tabIndex={-1}>
            <div className="panel-head">
              <div>
                <h2>{name(service.name)}</h2>
                <DomainName domain={service.domain} />
              </div>
              {draft.lines.length > 1 && (
                <Button type="text" onClick={() => setDraft(toggleService(draft, service.code))}>
                  {t('filing.removeService')}
                </Button>
              )}
            </div>
            {service.requiredMaterials.length > 0 && (
              <p className="soft">
                {t('filing.bring')} {service.requiredMaterials.join('、')}
              </p>
            )}
            <SchemaForm
              prefix={`item${index}`}
              schema={service.form}
              value={line.form}
              breaches={checked ? breachesOf(line) : undefined}
              onChange={(form) => setDraft((known) => changeLine(known, line.serviceCode, { form }))}
            />
            <MaterialsField
              id={`item${index}.materials`}
              value={line.materials ?? []}
              faults={faults}
              onChange={(materials) => setDraft((known) => changeLine(known, line.serviceCode, { materials }))}
            />
            <InstitutionField
              service={service}
              value={line.institutionId}
              recommended={line.recommendedByPlatform === true}
              onChange={(choice) => setDraft((known) => changeLine(known, line.serviceCode, choice))}
            />
          </section>
        );
      })}
      <StepFoot onBack={onBack} next={t('filing.next')} />
    </form>
  );
}
