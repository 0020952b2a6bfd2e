import { useQuery } from '@tanstack/react-query';
import type { DemandItem } from '../../api/demands.js';
import { servicesQuery } from '../../app/queries.js';
import { checkForm } from '../../forms/check-form.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly items: readonly DemandItem[];
  /** Shows what is wrong with them. */
  readonly checked: boolean;
  readonly onChange: (items: readonly DemandItem[]) => void;
}

/** The forms of some services, one below the other. */
export function ServiceForms({ items, checked, onChange }: Props) {
  const { name } = useTexts();
  const { data: services = [] } = useQuery(servicesQuery);
  return (
    <>
      {items.map(({ serviceCode, form }, at) => {
        const service = services.find(({ code }) => code === serviceCode);
        if (!service) return null;
        return (
          <fieldset key={serviceCode} className="group" id={`items.${at}`}>
            <legend className="group-title">{name(service.name)}</legend>
            <SchemaForm
              prefix={`items.${at}.form`}
              schema={service.form}
              value={form}
              breaches={checked ? checkForm(service.form, form) : undefined}
              onChange={(filled) =>
                onChange(items.map((item, index) => (index === at ? { ...item, form: filled } : item)))
              }
            />
          </fieldset>
        );
      })}
    </>
  );
}
