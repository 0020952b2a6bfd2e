import { Button } from 'antd';
import { useState } from 'react';
import type { Rectification } from '../../api/rectifications.js';
import { useMe } from '../../app/me.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RectificationStepForm } from './rectification-step-form.js';
import { stepsFor } from './steps-for.js';

/** What one may do about the case now; a way back asks in red. */
const GRAVE: readonly string[] = ['appeal', 'uphold'];

export function RectificationActions({ found, etag }: { found: Rectification; etag?: string }) {
  const { t } = useTexts();
  const me = useMe();
  const [asked, setAsked] = useState<string>();
  const steps = stepsFor(found, me?.roles ?? []);
  if (steps.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('rectification.next')}</h2>
      <div className="form-foot">
        {steps.map((step, index) => (
          <Button
            key={step}
            type={index === 0 ? 'primary' : 'default'}
            danger={GRAVE.includes(step)}
            onClick={() => setAsked(step)}
          >
            {t(`rectification.step.${step}`)}
          </Button>
        ))}
      </div>
      {asked && <RectificationStepForm found={found} step={asked} etag={etag} onClose={() => setAsked(undefined)} />}
    </section>
  );
}
