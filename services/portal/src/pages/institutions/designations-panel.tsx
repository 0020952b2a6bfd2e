import { Button } from 'antd';
import { useState } from 'react';
import { setDesignations, type Designation, type Institution } from '../../api/institutions.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DesignationForm } from './designation-form.js';

interface Props {
  readonly institution: Institution;
  readonly etag?: string;
}

type Asked = { readonly what: 'set' | 'drop'; readonly act?: Designation };

/** Acts of the authority that designate the body for mandatory verification. Nothing is shown where there can be none. */
export function DesignationsPanel({ institution, etag }: Props) {
  const { t } = useTexts();
  const mayEdit = useCan('network-edit') && institution.stage !== 'REMOVED';
  const [asked, setAsked] = useState<Asked>();
  const { designations = [], domains } = institution;
  if (designations.length === 0 && !(mayEdit && domains.includes('metrology'))) return null;
  const close = () => setAsked(undefined);
  const columns: readonly Column<Designation>[] = [
    {
      title: t('designation.documentNumber'),
      cell: ({ documentNumber, demo }) => (
        <>
          <span className="number">{documentNumber}</span>{' '}
          {demo && <span className="tag tag-plain">{t('qualification.demo')}</span>}
        </>
      ),
    },
    {
      title: t('designation.services'),
      cell: ({ services, objects }) => (
        <>
          {services.join('、')}
          {objects && <div className="soft number">{objects.join('、')}</div>}
        </>
      ),
    },
    { title: t('designation.regions'), cell: ({ regions }) => <span className="number">{regions.join('、')}</span> },
    {
      title: t('qualification.validity'),
      cell: ({ validFrom, validUntil }) => (
        <span className="number">
          {validFrom} — {validUntil ?? t('qualification.noEnd')}
        </span>
      ),
    },
    ...(mayEdit
      ? [
          {
            title: t('ticket.actions'),
            cell: (act: Designation) => (
              <span className="card-tags">
                <Button size="small" onClick={() => setAsked({ what: 'set', act })}>
                  {t('qualification.change')}
                </Button>
                <Button size="small" danger onClick={() => setAsked({ what: 'drop', act })}>
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
        <h2>{t('designation.title')}</h2>
        {mayEdit && <Button onClick={() => setAsked({ what: 'set' })}>{t('designation.add')}</Button>}
      </div>
      {designations.length === 0 && <p className="soft">{t('designation.none')}</p>}
      {designations.length > 0 && (
        <DataTable
          label={t('designation.title')}
          rows={designations}
          columns={columns}
          keyOf={({ documentNumber }) => documentNumber}
        />
      )}
      {asked?.what === 'set' && (
        <DesignationForm institution={institution} act={asked.act} etag={etag} onClose={close} />
      )}
      {asked?.what === 'drop' && asked.act && (
        <DropDesignation institution={institution} act={asked.act} etag={etag} onClose={close} />
      )}
    </section>
  );
}

interface DropProps extends Props {
  readonly act: Designation;
  readonly onClose: () => void;
}

function DropDesignation({ institution, act, etag, onClose }: DropProps) {
  const { t } = useTexts();
  const rest = (institution.designations ?? []).filter((each) => each !== act).map(({ demo: _, ...said }) => said);
  const drop = useChange(() => setDesignations(institution.id, { designations: rest }, etag), {
    touches: [['institutions']],
    onDone: onClose,
  });
  return (
    <ActionModal
      open
      title={`${t('capability.drop')}：${act.documentNumber}`}
      confirm={t('capability.drop')}
      danger
      mutation={drop}
      onClose={onClose}
    >
      <p>{t('designation.dropExplain')}</p>
    </ActionModal>
  );
}
