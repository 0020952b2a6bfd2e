import { Injectable } from '@nestjs/common';
import { DomainError, normalizeUscc } from '@nqi/kernel';
import { Database, binding } from '@nqi/persistence';
import { Access, DEFAULT_PAGE, FieldCipher, decodeCursor, toPage, type Page } from '@nqi/platform';
import { contactPhonePlace } from '../fields/sealed-places.js';
import { withoutPersonalData, type EnterpriseView } from './enterprise-view.js';

export interface EnterpriseFilter {
  /** Part of a name, or the beginning of a credit code. */
  readonly query?: string;
  readonly regionCode?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

interface EnterpriseRow {
  id: string;
  name: string;
  region_code: string;
  park_code: string | null;
  industry_code: string | null;
  scale: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  registered_at: Date;
}

const COLUMNS = `id, name, region_code, park_code, industry_code, scale, contact_name, contact_phone, registered_at`;

/** Reads enterprises: an enterprise sees itself; whoever may file on anybody's behalf may find anybody. */
@Injectable()
export class EnterprisesQuery {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** In the order of credit codes. Personal data is always masked. */
  async list(access: Access, filter: EnterpriseFilter): Promise<Page<EnterpriseView>> {
    const limit = filter.limit ?? DEFAULT_PAGE;
    const { values, bind } = binding();
    const conditions = [`kind = 'enterprise'`, widened(access).condition({ enterpriseUscc: 'id' }, bind)];
    if (filter.regionCode) conditions.push(`region_code = ${bind(filter.regionCode)}`);
    if (filter.query?.trim()) {
      const name = bind(`%${escapeLike(filter.query.trim())}%`);
      conditions.push(`(name ILIKE ${name} OR id LIKE ${bind(`${escapeLike(normalizeUscc(filter.query))}%`)})`);
    }
    if (filter.cursor) conditions.push(`id > ${bind(decodeCursor(filter.cursor, 1)[0])}`);
    const rows = await this.database.query<EnterpriseRow>(
      `SELECT ${COLUMNS} FROM organization WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ${bind(limit + 1)}`,
      values,
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => withoutPersonalData(this.viewOf(row)),
    );
  }

  /** Masked for others than the enterprise itself. Throws `not_found`, also for one out of reach. */
  async read(access: Access, uscc: string): Promise<EnterpriseView> {
    const view = await this.readInFull(access, uscc);
    return access.principal.organizationId === view.uscc ? view : withoutPersonalData(view);
  }

  /** With personal data, for those who may see it and are on record. Throws `not_found`, also for one out of reach. */
  async readInFull(access: Access, uscc: string): Promise<EnterpriseView> {
    const { values, bind } = binding(normalizeUscc(uscc));
    const [row] = await this.database.query<EnterpriseRow>(
      `SELECT ${COLUMNS} FROM organization
       WHERE id = $1 AND kind = 'enterprise' AND ${widened(access).condition({ enterpriseUscc: 'id' }, bind)}`,
      values,
    );
    if (!row) {
      throw new DomainError('ENTERPRISE.UNKNOWN', 'not_found', { zh: '没有此企业', en: 'No such enterprise' });
    }
    return this.viewOf(row);
  }

  private viewOf(row: EnterpriseRow): EnterpriseView {
    const phone = row.contact_phone && this.cipher.open(row.contact_phone, contactPhonePlace(row.id));
    return toView({ ...row, contact_phone: phone });
  }
}

function widened(access: Access): Access {
  const mayFileForAll = Access.of(access.principal, 'request.file')?.reach === 'all';
  return mayFileForAll ? new Access(access.principal, access.permission, 'all') : access;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function toView(row: EnterpriseRow): EnterpriseView {
  return {
    uscc: row.id,
    name: row.name,
    regionCode: row.region_code,
    parkCode: row.park_code ?? undefined,
    industryCode: row.industry_code ?? undefined,
    scale: row.scale ?? undefined,
    contact: { name: row.contact_name ?? '', phone: row.contact_phone ?? '' },
    registeredAt: row.registered_at,
  };
}
