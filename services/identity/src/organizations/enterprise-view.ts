import { maskName, maskPhone } from '@nqi/kernel';

/** An enterprise as it was registered. */
export interface EnterpriseView {
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly industryCode?: string;
  readonly scale?: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly registeredAt: Date;
}

/** For everybody but the enterprise itself. */
export function withoutPersonalData(enterprise: EnterpriseView): EnterpriseView {
  const { name, phone } = enterprise.contact;
  return { ...enterprise, contact: { name: maskName(name), phone: maskPhone(phone) } };
}
