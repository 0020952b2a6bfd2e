import type { Job } from '../../api/jobs.js';
import { useTexts } from '../../i18n/use-texts.js';

export function JobStatus({ job }: { job: Pick<Job, 'status' | 'closedAt'> }) {
  const { word } = useTexts();
  return (
    <span className={`tag tag-${job.closedAt ? 'good' : 'brand'}`}>{word(`jobStatus.${job.status}`, job.status)}</span>
  );
}
