import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { IdempotencyKeys } from '../../api/idempotency-keys.js';
import { rateRequest, type ServiceRequest } from '../../api/requests.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

const STARS = [5, 4, 3, 2, 1] as const;
const REASONS = ['slow', 'attitude', 'unclear', 'result', 'fee'] as const;
/** So few stars need a reason. */
const BAD = 2;

/** 好差评: five levels, a reason for the two lowest. */
export function RateRequest({ request }: { request: ServiceRequest }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const keys = useRef(new IdempotencyKeys(() => crypto.randomUUID()));
  const [stars, setStars] = useState<number>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const { faults, traceId, show, showError } = useFormFaults(placeIn('rating'));
  const rate = useMutation({
    mutationFn: () => {
      const reasons = [
        ...chosen.map((reason) => t(`rating.reason.${reason}`)),
        ...(words.trim() ? [words.trim()] : []),
      ];
      const rating = { stars: stars ?? 0, reasons };
      return rateRequest(request.id, rating, keys.current.keyFor(rating));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['request', request.id] }),
    onError: showError,
  });
  const needsReason = stars !== undefined && stars <= BAD;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (stars === undefined) return show([{ fieldId: 'rating.stars', text: t('rating.missingStars') }]);
    const silent = chosen.length === 0 && words.trim() === '';
    if (needsReason && silent) return show([{ fieldId: 'rating.reasons', text: t('rating.missingReason') }]);
    rate.mutate();
  };
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <h2>{t('rating.title')}</h2>
      <ErrorSummary faults={faults} traceId={traceId} />
      <fieldset className="group" id="rating.stars">
        <legend className="group-title">{t('rating.question')}</legend>
        <Radio.Group
          name="stars"
          value={stars}
          options={STARS.map((value) => ({ value, label: t(`rating.stars.${value}`) }))}
          onChange={(event) => setStars(event.target.value as number)}
        />
      </fieldset>
      {stars !== undefined && (
        <>
          <fieldset className="group" id="rating.reasons">
            <legend className="group-title">{t(needsReason ? 'rating.whyBad' : 'rating.why')}</legend>
            <Checkbox.Group
              value={[...chosen]}
              options={REASONS.map((value) => ({ value, label: t(`rating.reason.${value}`) }))}
              onChange={(values) => setChosen(values)}
            />
          </fieldset>
          <Field
            id="rating.words"
            label={t('rating.words')}
            optional={!needsReason || chosen.length > 0}
            faults={faults}
          >
            <Input.TextArea
              id="rating.words"
              rows={2}
              maxLength={200}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
        </>
      )}
      <Button type="primary" htmlType="submit" loading={rate.isPending}>
        {t('rating.submit')}
      </Button>
    </form>
  );
}
