import type { LocalizedText } from '@nqi/kernel';
import type { Region } from './regions.js';

/** What the service system's office in a region is called, in every service alike. Towns have none of their own. */
export function officeName({ level, nameZh, nameEn }: Pick<Region, 'level' | 'nameZh' | 'nameEn'>): LocalizedText {
  if (level === 'province') return { zh: `${nameZh}质量服务平台`, en: `${nameEn} Quality Service Platform` };
  if (level === 'city') return { zh: `${nameZh}质量服务中心`, en: `${nameEn} Quality Service Hub` };
  return { zh: `${nameZh}质量工作站`, en: `${nameEn} Quality Workstation` };
}
