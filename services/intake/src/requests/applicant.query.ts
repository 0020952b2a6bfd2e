import { Injectable } from '@nestjs/common';
import { DomainError, normalizeUscc } from '@nqi/kernel';
import type { Principal } from '@nqi/platform';
import { FindEnterpriseQuery } from '../enterprises/find-enterprise.query.js';
import type { Fault } from '../faults/fault.js';
import { usccFaults, type Filing } from './filing.js';
import type { RequestState } from './request.js';

export type Applicant = RequestState['enterprise'];

/** Whose a filing is. */
@Injectable()
export class ApplicantQuery {
  constructor(private readonly enterprises: FindEnterpriseQuery) {}

  /**
   * An enterprise files for itself, and its token says who it is. Staff name an enterprise: one that is registered goes by its
   * registered name, one that stands at the counter and is not registered yet by the name they type.
   */
  async of(
    { enterpriseUscc, enterpriseName }: Pick<Filing, 'enterpriseUscc' | 'enterpriseName'>,
    caller: Principal,
  ): Promise<{ applicant: Applicant; faults: Fault[] }> {
    const own = caller.organizationKind === 'enterprise';
    const pointer = '/enterpriseUscc';
    const uscc = enterpriseUscc === undefined ? undefined : normalizeUscc(enterpriseUscc);
    const faults = uscc === undefined ? [] : usccFaults(uscc, pointer);
    if (own) {
      if (faults.length === 0 && uscc !== undefined && uscc !== caller.organizationId) {
        const text = { zh: '企业只能为本企业提交申请', en: 'An enterprise can only file for itself' };
        throw new DomainError('REQUEST.FOREIGN_ENTERPRISE', 'forbidden', text, {}, pointer);
      }
      return { applicant: { uscc: caller.organizationId, name: caller.organizationName }, faults };
    }
    const nobody = { uscc: '', name: '' };
    if (uscc === undefined) {
      const text = { zh: '代办须填写企业的统一社会信用代码', en: 'Staff must name the enterprise they file for' };
      return { applicant: nobody, faults: [{ code: 'REQUEST.ENTERPRISE_REQUIRED', pointer, text }] };
    }
    if (faults.length > 0) return { applicant: nobody, faults };
    const enterprise = await this.enterprises.execute(uscc);
    if (enterprise) return { applicant: enterprise, faults };
    const typed = enterpriseName?.trim();
    if (typed) return { applicant: { uscc, name: typed, unverified: true }, faults };
    const text = {
      zh: `企业 ${uscc} 尚未注册，线下代办请填写企业名称`,
      en: `Enterprise ${uscc} is not registered; for one at the counter give its name`,
    };
    return { applicant: nobody, faults: [{ code: 'REQUEST.UNKNOWN_ENTERPRISE', pointer, text }] };
  }
}
