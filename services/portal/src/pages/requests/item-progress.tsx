import { useQuery } from '@tanstack/react-query';
import type { ItemProgress as Progress, Pause } from '../../api/dialogue.js';
import type { ServiceRequest } from '../../api/requests.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { StatusTag } from '../../components/status-tag.js';
import { hoursText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { progressQuery } from './request-queries.js';
import { UrgeButton } from './urge-button.js';

/** Promise, clock, pauses and next step of one item, and the way to hurry it. An item without an office has none. */
export function ItemProgress({ request, itemId }: { request: ServiceRequest; itemId: string }) {
  const { data } = useQuery(progressQuery(request.id));
  const progress = data?.find((candidate) => candidate.itemId === itemId);
  if (!progress) return null;
  return (
    <div className="item-progress">
      <ProgressFacts progress={progress} />
      <UrgeButton requestId={request.id} progress={progress} />
    </div>
  );
}

function ProgressFacts({ progress }: { progress: Progress }) {
  const { t, name, language } = useTexts();
  const { promise, clock, pauses, nextStep, sentence } = progress;
  const ended = nextStep.code === 'FINISHED' || nextStep.code === 'WITHDRAWN';
  return (
    <>
      <p className="soft">{name(sentence)}</p>
      <Facts
        facts={[
          [
            t('progress.next'),
            !ended && (
              <span key="next">
                {name(nextStep.text)}
                {nextStep.dueAt && (
                  <small className="soft">
                    {' '}
                    {t('progress.by')} <Moment at={nextStep.dueAt} />
                  </small>
                )}
              </span>
            ),
          ],
          [t('progress.promise'), <PromiseText key="promise" {...promise} />],
          [
            t('progress.clock'),
            <span key="clock">
              <StatusTag of="sla" value={clock.sla} />{' '}
              {t('progress.used', {
                used: hoursText(clock.usedMinutes, language),
                limit: hoursText(clock.limitMinutes, language),
              })}
            </span>,
          ],
          [t('progress.pauses'), pauses.length > 0 && <Pauses key="pauses" pauses={pauses} />],
        ]}
      />
    </>
  );
}

function PromiseText({ acceptDueAt, completeDueAt, estimated }: Progress['promise']) {
  const { t } = useTexts();
  return (
    <span title={estimated ? t('due.estimatedWhy') : undefined}>
      <Moment at={acceptDueAt} /> {t('progress.accepted')} · <Moment at={completeDueAt} /> {t('progress.completed')}
      {estimated && <small className="soft"> {t('progress.estimated')}</small>}
    </span>
  );
}

function Pauses({ pauses }: { pauses: readonly Pause[] }) {
  const { t, word } = useTexts();
  return (
    <ul className="plain-list">
      {pauses.map(({ cause, from, until, endsBy }) => (
        <li key={from}>
          {word(`standsFor.${cause}`, word(`reason.${cause}`, cause))} <Moment at={from} /> –{' '}
          {until ? <Moment at={until} /> : t('progress.lasting')}
          {endsBy && (
            <small className="soft">
              {' '}
              {t('progress.endsBy')} <Moment at={endsBy} />
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
