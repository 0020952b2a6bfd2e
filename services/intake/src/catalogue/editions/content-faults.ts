import { pointerTo, type Fault } from '../../faults/fault.js';
import { finderFaults } from '../../finder/finder-faults.js';
import { planFaults } from '../../packages/package-plan.js';
import type { CatalogueContent, CatalogueService, ServicePackage } from '../catalogue.js';
import { formFaults } from './form-faults.js';

/** Why a form's schema cannot be compiled; undefined when it can. */
export type FormCompiler = (form: CatalogueService['form']) => string | undefined;

/** Everything wrong with the content of an edition that has the right shape. */
export function contentFaults(content: CatalogueContent, compile: FormCompiler): Fault[] {
  const { services, packages, finder } = content;
  const offers = {
    services: new Set(services.map(({ code }) => code)),
    packages: new Set(packages.map(({ code }) => code)),
  };
  return [
    ...repeated(services, '/services'),
    ...services.flatMap((service, i) => serviceFaults(service, pointerTo('/services', i), compile)),
    ...repeated(packages, '/packages'),
    ...packages.flatMap((group, i) => packageFaults(group, offers.services, pointerTo('/packages', i))),
    ...(finder ? finderFaults(finder, offers, '/finder') : []),
  ];
}

function serviceFaults({ form, offeredFrom, offeredUntil }: CatalogueService, base: string, compile: FormCompiler) {
  const place = pointerTo(base, 'form');
  const faults = formFaults(form, place);
  if (faults.length === 0) {
    const reason = compile(form);
    if (reason !== undefined)
      faults.push(wrong(place, `表单不是有效的 JSON Schema：${reason}`, `Not a JSON Schema: ${reason}`));
  }
  if (offeredFrom !== undefined && offeredUntil !== undefined && offeredUntil < offeredFrom) {
    faults.push(wrong(pointerTo(base, 'offeredUntil'), '停办日期早于开办日期', 'Ends before it begins'));
  }
  return faults;
}

function packageFaults({ serviceCodes, legs }: ServicePackage, services: ReadonlySet<string>, base: string): Fault[] {
  const unknown = serviceCodes.flatMap((code, i) =>
    services.has(code)
      ? []
      : [wrong(pointerTo(base, 'serviceCodes', i), `没有事项 ${code}`, `There is no service ${code}`)],
  );
  const order = planFaults(legs, serviceCodes).map((reason) =>
    wrong(pointerTo(base, 'legs'), `办理顺序不成立：${reason}`, `The order cannot be worked: ${reason}`),
  );
  return [...unknown, ...order];
}

function repeated(things: readonly { readonly code: string }[], base: string): Fault[] {
  const codes = things.map(({ code }) => code);
  return codes.flatMap((code, i) =>
    codes.indexOf(code) === i
      ? []
      : [wrong(pointerTo(base, i, 'code'), `编码 ${code} 重复`, `The code ${code} stands there twice`)],
  );
}

const wrong = (pointer: string, zh: string, en: string): Fault => ({
  code: 'CATALOGUE.CONTENT',
  pointer,
  text: { zh, en },
});
