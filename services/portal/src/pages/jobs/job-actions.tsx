import { useState } from 'react';
import type { Job, JobAction } from '../../api/jobs.js';
import type { Role } from '../../api/roles.js';
import type { Me } from '../../api/session.js';
import { useTexts } from '../../i18n/use-texts.js';
import { JobActionForm } from './job-action-form.js';

interface Props {
  readonly job: Job;
  readonly etag?: string;
  readonly me: Me;
}

const isFor = ({ role }: JobAction, roles: readonly Role[]): boolean =>
  role === 'client' ? roles.some((own) => own.startsWith('enterprise_')) : roles.includes(role);

/** What can be done to the job now: the person's own duties as forms, the others' as whom it waits for. */
export function JobActions({ job, etag, me }: Props) {
  const { t, name } = useTexts();
  const own = (job.actions ?? []).filter((action) => isFor(action, me.roles));
  const others = (job.actions ?? []).filter((action) => !isFor(action, me.roles));
  const [chosen, setChosen] = useState<string>();
  const action = own.find((candidate) => candidate.name === (chosen ?? own[0]?.name));
  return (
    <section className="panel">
      <h2>{t('job.next')}</h2>
      {job.closedAt && <p className="soft">{t('job.done')}</p>}
      {own.length > 1 && (
        <div className="chips" role="group" aria-label={t('job.next')}>
          {own.map((candidate) => (
            <button
              key={candidate.name}
              type="button"
              className="chip"
              aria-pressed={candidate === action}
              onClick={() => setChosen(candidate.name)}
            >
              {name(candidate.title)}
            </button>
          ))}
        </div>
      )}
      {action && <JobActionForm key={action.name} job={job} etag={etag} action={action} />}
      {others.length > 0 && (
        <ul className="waiting">
          {others.map((waiting) => (
            <li key={waiting.name} className="soft">
              {t('job.waitsFor', { role: t(`role.${waiting.role}`), action: name(waiting.title) })}
            </li>
          ))}
        </ul>
      )}
      {!job.closedAt && (job.actions ?? []).length === 0 && <p className="soft">{t('job.nothing')}</p>}
    </section>
  );
}
