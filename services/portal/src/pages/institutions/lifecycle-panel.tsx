import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { LifecycleLine, Stage, Step, StepOffer } from '../../api/institution-lifecycle.js';
import type { Institution } from '../../api/institutions.js';
import { StageBar } from '../../components/stage-bar.js';
import { Timeline } from '../../components/timeline.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';
import { useLifecycle } from './lifecycle-queries.js';
import { StepForm } from './step-form.js';

interface Props {
  readonly institution: Institution;
  readonly etag?: string;
}

/** The way in; once online, the bar has told what it had to tell. */
const WAY = ['APPLY', 'DOC_CHECK', 'SITE_CHECK', 'APPROVED', 'ONLINE'] as const;
const GRAVE: readonly Step[] = ['refuse', 'suspend', 'remove'];
const MAIN: readonly Step[] = ['take-up', 'approve', 'go-online', 'reinstate'];

/** How a body came into the service system, where it stands, and what whoever looks may do next. */
export function LifecyclePanel({ institution, etag }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { id, stage } = institution;
  const life = useLifecycle(id);
  const [asked, setAsked] = useState<StepOffer>();
  if (!life) return null;
  const { allowed, mayResubmit, lines } = life;
  return (
    <section className="panel">
      <h2>{t('lifecycle.title')}</h2>
      <Way stage={stage} visited={lines.map(({ to }) => to)} />
      {lines.length === 0 && <p className="soft">{t('lifecycle.fromTheStart')}</p>}
      {(allowed.length > 0 || mayResubmit) && (
        <div className="form-foot">
          {allowed.map((offer) => (
            <Button
              key={offer.step}
              type={MAIN.includes(offer.step) ? 'primary' : 'default'}
              danger={GRAVE.includes(offer.step)}
              onClick={() => setAsked(offer)}
            >
              {t(`lifecycleStep.${offer.step}`)}
            </Button>
          ))}
          {mayResubmit && (
            <Link to="/institutions/$id/application" params={{ id }}>
              {t('lifecycle.resubmit')}
            </Link>
          )}
        </div>
      )}
      {lines.length > 0 && (
        <Timeline
          steps={lines.map((line, index) => ({
            key: String(lines.length - index),
            at: line.at,
            title: titleOf(line, texts),
            detail: detailOf(line, texts),
          }))}
        />
      )}
      {asked && <StepForm institution={institution} offer={asked} etag={etag} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

/** A body that needed no visit goes past that stage; one that is in, or was, needs no bar. */
function Way({ stage, visited }: { stage: Stage; visited: readonly Stage[] }) {
  const { t } = useTexts();
  const way = WAY.filter((step) => step !== 'SITE_CHECK' || step === stage || visited.includes(step));
  const current = way.findIndex((step) => step === stage);
  if (current < 0 || stage === 'ONLINE') return null;
  return <StageBar stages={way.map((step) => t(`stageOf.${step}`))} current={current} />;
}

/** An application says by itself where it leads. */
const titleOf = ({ step, from, to }: LifecycleLine, { t }: Texts): string =>
  from === to || !from ? t(`memberAction.${step}`) : `${t(`memberAction.${step}`)} → ${t(`stageOf.${to}`)}`;

const detailOf = ({ by, reason, evidence }: LifecycleLine, { t }: Texts): string =>
  [by, reason, evidence.length > 0 && t('lifecycle.restsOn', { evidence: evidence.join('、') })]
    .filter(Boolean)
    .join(' · ');
