import { Link } from '@tanstack/react-router';
import type { Job } from '../../api/jobs.js';
import { Moment } from '../../components/moment.js';
import { useTexts } from '../../i18n/use-texts.js';
import { JobStatus } from './job-status.js';

export function JobsTable({ jobs }: { jobs: readonly Job[] }) {
  const { t, name } = useTexts();
  const columns = ['job', 'enterprise', 'status', 'institution', 'opened'].map((column) => t(`jobs.column.${column}`));
  return (
    <table className="queue">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <td data-label={columns[0]}>
              <Link to="/jobs/$domain/$id" params={{ domain: job.domain, id: job.id }} className="queue-name">
                {name(job.serviceName)}
              </Link>
              <div className="soft number">{job.jobNo}</div>
            </td>
            <td data-label={columns[1]}>{job.enterprise.name}</td>
            <td data-label={columns[2]}>
              <JobStatus job={job} />
            </td>
            <td data-label={columns[3]}>{job.institutionName}</td>
            <td data-label={columns[4]}>
              <Moment at={job.openedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
