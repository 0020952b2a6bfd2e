import { DomainError } from '@nqi/kernel';
import type { NetworkFault } from './network-invariants.js';

export function unsoundNetwork(faults: readonly NetworkFault[]): DomainError {
  const text = {
    zh: `服务体系将不再成立：${faults.map(({ text: { zh } }) => zh).join('；')}`,
    en: `The service system would not be sound: ${faults.map(({ text: { en } }) => en).join('; ')}`,
  };
  return new DomainError('NETWORK.UNSOUND', 'invalid', text, { faults }, faults[0]?.pointer);
}

export function codeTaken(code: string, pointer: string): DomainError {
  const text = { zh: `编码 ${code} 已存在`, en: `The code ${code} is taken` };
  return new DomainError('NETWORK.CODE_TAKEN', 'conflict', text, { code }, pointer);
}

export function unknownRegion(region: string, pointer: string): DomainError {
  const text = { zh: `没有区划或园区 ${region}`, en: `There is no region or park ${region}` };
  return new DomainError('NETWORK.UNKNOWN_REGION', 'invalid', text, { region }, pointer);
}

export function ownSuccessor(): DomainError {
  const text = { zh: '不能由自身承接放弃的区域', en: 'An office cannot take over what it gives up' };
  return new DomainError('NETWORK.OWN_SUCCESSOR', 'invalid', text, {}, '/coverageTo');
}

export function ownOffice(): DomainError {
  const text = { zh: '本级节点须由管理员维护', en: 'Your own office is kept by administrators' };
  return new DomainError('NETWORK.OWN_OFFICE', 'forbidden', text);
}

export function noSuchInstitution(id: string): DomainError {
  const text = { zh: `没有机构 ${id}`, en: `No institution ${id}` };
  return new DomainError('NETWORK.UNKNOWN_INSTITUTION', 'not_found', text, { id });
}

export function removedInstitution(id: string): DomainError {
  const text = {
    zh: `机构 ${id} 已退出服务体系，不能再修改`,
    en: `${id} has left the service system and stays as it was`,
  };
  return new DomainError('INSTITUTION.REMOVED', 'conflict', text, { id });
}

export function creditCodeTaken(id: string): DomainError {
  const text = { zh: `该统一社会信用代码已登记为 ${id}`, en: `A body of this credit code is on record as ${id}` };
  return new DomainError('INSTITUTION.CREDIT_CODE_TAKEN', 'conflict', text, { id }, '/uscc');
}

export function noSuchCapability(institutionId: string, serviceCode: string): DomainError {
  const text = {
    zh: `机构 ${institutionId} 没有登记 ${serviceCode} 的能力`,
    en: `${institutionId} has no capability on record for ${serviceCode}`,
  };
  return new DomainError('CAPABILITY.UNKNOWN', 'not_found', text, { institutionId, serviceCode });
}
