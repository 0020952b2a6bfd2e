import { Button, Space } from 'antd';
import { useState } from 'react';
import { listProgrammes, type Programme } from '../../api/vouchers.js';
import { useCan } from '../../app/me.js';
import type { Column } from '../../components/data-table.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AmendForm } from './amend-form.js';
import { GrantForm } from './grant-form.js';
import { ProgrammeForm } from './programme-form.js';

const SUMS = ['grantedFen', 'lockedFen', 'usedFen', 'settledFen', 'leftFen'] as const;

/** Budgets out of which vouchers are granted, and where they are. */
export function ProgrammesPage() {
  const { t, name, word, language } = useTexts();
  const mayKeep = useCan('voucher-keep');
  const [creating, setCreating] = useState(false);
  const [granting, setGranting] = useState<Programme>();
  const [amending, setAmending] = useState<Programme>();
  const query = usePages(['voucher-programmes'], listProgrammes);
  const columns: readonly Column<Programme>[] = [
    {
      title: t('voucher.programme'),
      cell: (programme) => (
        <>
          <span className="queue-name">{name(programme.name)}</span>
          <div className="soft">{programme.legalBasis}</div>
        </>
      ),
    },
    {
      title: t('voucher.pays'),
      cell: ({ domains, serviceCodes, sharePercent, capFen }) => (
        <>
          {[...domains.map((domain) => word(`domain.${domain}`, domain)), ...serviceCodes].join(' · ')}
          <div className="soft">
            {t('voucher.share', { share: sharePercent })} {t('voucher.upTo', { amount: yuanText(capFen, language) })}
          </div>
        </>
      ),
    },
    { title: t('voucher.days'), cell: ({ firstDay, lastDay }) => `${firstDay} – ${lastDay}` },
    {
      title: t('voucher.budget'),
      cell: ({ budgetFen }) => <span className="number">{yuanText(budgetFen, language)}</span>,
    },
    ...SUMS.map((part) => ({
      title: t(`voucherSum.${part}`),
      cell: ({ sums }: Programme) => <span className="number">{yuanText(sums[part], language)}</span>,
    })),
    {
      title: t('ticket.actions'),
      cell: (programme) =>
        mayKeep ? (
          <Space>
            <Button size="small" onClick={() => setGranting(programme)}>
              {t('voucher.grant')}
            </Button>
            <Button size="small" onClick={() => setAmending(programme)}>
              {t('voucher.amend')}
            </Button>
          </Space>
        ) : (
          <span className="soft">—</span>
        ),
    },
  ];
  return (
    <Page
      title={t('voucher.programmes')}
      aside={
        mayKeep && (
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('voucher.create')}
          </Button>
        )
      }
    >
      <PagedTable
        query={query}
        label={t('voucher.programmes')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('voucher.noProgrammes')}
      />
      {creating && <ProgrammeForm onClose={() => setCreating(false)} />}
      {amending && <AmendForm programme={amending} onClose={() => setAmending(undefined)} />}
      {granting && <GrantForm programme={granting} onClose={() => setGranting(undefined)} />}
    </Page>
  );
}
