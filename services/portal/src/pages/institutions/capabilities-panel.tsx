import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { dropCapability, type Capability, type Institution } from '../../api/institutions.js';
import { useCan } from '../../app/me.js';
import { servicesQuery } from '../../app/queries.js';
import { ActionModal } from '../../components/action-modal.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CapabilityForm } from './capability-form.js';
import { ScopeRows } from './scope-rows.js';

interface Props {
  readonly institution: Institution;
  readonly etag?: string;
}

type Asked = { readonly what: 'set' | 'drop'; readonly row?: Capability };

/** Which services of the catalogue the body performs, and for which categories of products. */
export function CapabilitiesPanel({ institution, etag }: Props) {
  const { t, word, name } = useTexts();
  const mayEdit = useCan('network-edit') && institution.stage !== 'REMOVED';
  const { data: services = [] } = useQuery(servicesQuery);
  const [asked, setAsked] = useState<Asked>();
  const serviceName = (code: string) => name(services.find((service) => service.code === code)?.name);
  const close = () => setAsked(undefined);
  const columns: readonly Column<Capability>[] = [
    {
      title: t('capability.service'),
      cell: ({ serviceCode }) => (
        <>
          {serviceName(serviceCode)} <span className="soft number">{serviceCode}</span>
        </>
      ),
    },
    { title: t('catalog.domain'), cell: ({ domain }) => word(`domain.${domain}`, domain) },
    {
      title: t('capability.categories'),
      cell: (capability) => (
        <>
          {capability.categories.length > 0 ? capability.categories.join('、') : t('capability.any')}
          <ScopeRows institutionId={institution.id} capability={capability} mayEdit={mayEdit} etag={etag} />
        </>
      ),
    },
    ...(mayEdit
      ? [
          {
            title: t('ticket.actions'),
            cell: (row: Capability) => (
              <span className="card-tags">
                <Button size="small" onClick={() => setAsked({ what: 'set', row })}>
                  {t('qualification.change')}
                </Button>
                <Button size="small" danger onClick={() => setAsked({ what: 'drop', row })}>
                  {t('capability.drop')}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('capability.title')}</h2>
        {mayEdit && <Button onClick={() => setAsked({ what: 'set' })}>{t('capability.add')}</Button>}
      </div>
      {institution.capabilities.length === 0 && <p className="soft">{t('capability.none')}</p>}
      {institution.capabilities.length > 0 && (
        <DataTable
          label={t('capability.title')}
          rows={institution.capabilities}
          columns={columns}
          keyOf={({ serviceCode, categories }) => `${serviceCode} ${categories.join()}`}
        />
      )}
      {asked?.what === 'set' && (
        <CapabilityForm institutionId={institution.id} row={asked.row} etag={etag} onClose={close} />
      )}
      {asked?.what === 'drop' && asked.row && (
        <DropCapability
          institutionId={institution.id}
          serviceCode={asked.row.serviceCode}
          title={serviceName(asked.row.serviceCode)}
          etag={etag}
          onClose={close}
        />
      )}
    </section>
  );
}

interface DropProps {
  readonly institutionId: string;
  readonly serviceCode: string;
  readonly title: string;
  readonly etag?: string;
  readonly onClose: () => void;
}

function DropCapability({ institutionId, serviceCode, title, etag, onClose }: DropProps) {
  const { t } = useTexts();
  const drop = useChange(() => dropCapability(institutionId, serviceCode, etag), {
    touches: [['institutions']],
    onDone: onClose,
  });
  return (
    <ActionModal
      open
      title={`${t('capability.drop')}：${title || serviceCode}`}
      confirm={t('capability.drop')}
      danger
      mutation={drop}
      onClose={onClose}
    >
      <p>{t('capability.dropExplain')}</p>
    </ActionModal>
  );
}
