import { getRouteApi } from '@tanstack/react-router';
import { verifyDeliverable, type VerifiedDeliverable } from '../../api/deliverables.js';
import { Facts } from '../../components/facts.js';
import { NumberAndCodePage } from '../../components/number-and-code.js';
import { Notice } from '../../components/notice.js';
import { chinaDay, dayText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

const route = getRouteApi('/verify');

/** Anyone with a number and its code learns whether a document is genuine; no log-in, no personal data. */
export function VerifyPage() {
  const { t } = useTexts();
  const navigate = route.useNavigate();
  return (
    <NumberAndCodePage
      of="verify"
      texts={{
        title: t('verify.title'),
        lead: t('verify.lead'),
        number: t('verify.number'),
        numberHint: t('verify.numberHint'),
        numberMissing: t('verify.numberMissing'),
        code: t('verify.code'),
        codeHint: t('verify.codeHint'),
        codeMissing: t('verify.codeMissing'),
        submit: t('verify.submit'),
        unknown: t('verify.unknown'),
        unknownDetail: t('verify.unknownDetail'),
      }}
      asked={route.useSearch()}
      onAsk={(search) => void navigate({ search })}
      find={verifyDeliverable}
    >
      {(found) => <Genuine found={found} />}
    </NumberAndCodePage>
  );
}

function Genuine({ found }: { found: VerifiedDeliverable }) {
  const { t, name, language } = useTexts();
  const expired = Boolean(found.validUntil && found.validUntil < chinaDay(new Date()));
  return (
    <section className="panel" aria-live="polite">
      <Notice tone={expired ? 'warn' : 'good'} title={t(expired ? 'verify.expired' : 'verify.genuine')}>
        {t('verify.compare')}
      </Notice>
      <Facts
        facts={[
          [
            t('verify.number'),
            <span key="number" className="number">
              {found.number}
            </span>,
          ],
          [t('verify.document'), name(found.title)],
          [t('verify.issuer'), found.institutionName],
          [t('verify.holder'), found.holder],
          [t('deliverable.conclusion'), found.conclusion],
          [t('deliverable.issued'), dayText(found.issuedAt, language)],
          [t('deliverable.validUntil'), found.validUntil && dayText(found.validUntil, language)],
          [
            t('verify.hash'),
            <code key="hash" className="hash">
              {found.sha256}
            </code>,
          ],
        ]}
      />
    </section>
  );
}
