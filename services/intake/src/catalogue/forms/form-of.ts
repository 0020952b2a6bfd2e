import type { LocalizedText, ServiceDomain } from '@nqi/kernel';
import { certificationForm } from './certification.form.js';
import { consultingForm } from './consulting.form.js';
import type { Field } from './field.js';
import { metrologyForm } from './metrology.form.js';
import { standardsForm } from './standards.form.js';
import { testingForm } from './testing.form.js';
import { trainingForm } from './training.form.js';

type MakeForm = (code: string, name: LocalizedText, schemes: readonly string[]) => Field;

const FORMS: Readonly<Record<ServiceDomain, MakeForm>> = {
  metrology: metrologyForm,
  standards: standardsForm,
  testing: testingForm,
  certification: certificationForm,
  consulting: consultingForm,
  training: trainingForm,
};

/** The form of a service as JSON Schema; `schemes` are the certification schemes that exist. */
export function formOf(domain: ServiceDomain, code: string, name: LocalizedText, schemes: readonly string[]): Field {
  return FORMS[domain](code, name, schemes);
}
