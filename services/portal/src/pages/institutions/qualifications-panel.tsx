import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listReminders, type Institution, type Qualification, type Reminder } from '../../api/institutions.js';
import { useCan } from '../../app/me.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { QualificationTag } from '../../components/qualification-tag.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useLifecycle } from './lifecycle-queries.js';
import { QualificationForm } from './qualification-form.js';
import { VerifyForm } from './verify-form.js';

interface Props {
  readonly institution: Institution;
  readonly etag?: string;
}

/** What the body is allowed to do and until when, and which ends the system has already warned of. */
export function QualificationsPanel({ institution, etag }: Props) {
  const { t } = useTexts();
  const mayEdit = useCan('network-edit') && institution.stage !== 'REMOVED';
  const mayVerify = useLifecycle(institution.id)?.mayVerify ?? false;
  const reminders = useReminders();
  const [edited, setEdited] = useState<Qualification | 'new'>();
  const [verifying, setVerifying] = useState<Qualification>();
  const columns: readonly Column<Qualification>[] = [
    {
      title: t('qualification.kind'),
      cell: ({ kind, number, demo }) => (
        <>
          <strong>{kind}</strong> {demo && <span className="tag tag-plain">{t('qualification.demo')}</span>}
          <div className="soft number">{number}</div>
        </>
      ),
    },
    {
      title: t('qualification.validity'),
      cell: ({ validFrom, validUntil }) => (
        <span className="number">
          {validFrom} — {validUntil ?? t('qualification.noEnd')}
        </span>
      ),
    },
    {
      title: t('qualification.state'),
      cell: (qualification) => (
        <>
          <QualificationTag state={qualification.state} />
          <Verified qualification={qualification} />
          <Warned qualification={qualification} reminders={reminders} />
        </>
      ),
    },
    ...(mayEdit || (mayVerify && institution.qualifications.some(({ verified }) => !verified))
      ? [
          {
            title: t('ticket.actions'),
            cell: (qualification: Qualification) => (
              <span className="card-tags">
                {mayVerify && !qualification.verified && (
                  <Button size="small" onClick={() => setVerifying(qualification)}>
                    {t('qualification.verify')}
                  </Button>
                )}
                {mayEdit && (
                  <Button size="small" onClick={() => setEdited(qualification)}>
                    {t('qualification.change')}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('institution.qualifications')}</h2>
        {mayEdit && <Button onClick={() => setEdited('new')}>{t('qualification.add')}</Button>}
      </div>
      {institution.qualifications.length === 0 && <p className="soft">{t('qualification.none')}</p>}
      {institution.qualifications.length > 0 && (
        <DataTable
          label={t('institution.qualifications')}
          rows={institution.qualifications}
          columns={columns}
          keyOf={({ kind, number }) => `${kind} ${number}`}
        />
      )}
      {edited && (
        <QualificationForm
          institutionId={institution.id}
          qualification={edited === 'new' ? undefined : edited}
          etag={etag}
          onClose={() => setEdited(undefined)}
        />
      )}
      {verifying && <VerifyForm qualification={verifying} etag={etag} onClose={() => setVerifying(undefined)} />}
    </section>
  );
}

function Verified({ qualification: { verified, issuer, evidence } }: { qualification: Qualification }) {
  const { t } = useTexts();
  const granted = [issuer, evidence].filter(Boolean).join(' · ');
  return (
    <>
      {granted && <div className="soft">{granted}</div>}
      <div className="soft">
        {verified
          ? t('qualification.verifiedBy', { by: verified.by, source: verified.source })
          : t('qualification.unverified')}
      </div>
    </>
  );
}

/** Only oversight may read them. */
function useReminders(): readonly Reminder[] {
  const enabled = useCan('network-history');
  return useQuery({ queryKey: ['institutions', 'reminders'], queryFn: listReminders, enabled }).data ?? [];
}

function Warned({ qualification, reminders }: { qualification: Qualification; reminders: readonly Reminder[] }) {
  const { t } = useTexts();
  const { institutionId, kind, number, validUntil } = qualification;
  const last = reminders.find(
    (reminder) =>
      reminder.institutionId === institutionId &&
      reminder.kind === kind &&
      reminder.number === number &&
      reminder.validUntil === validUntil,
  );
  return last ? <div className="soft">{t('qualification.warned', { days: last.days })}</div> : null;
}
