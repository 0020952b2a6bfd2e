import { Button, QRCode } from 'antd';
import type { ServiceRequest } from '../../api/requests.js';
import { Moment } from '../../components/moment.js';
import { useTexts } from '../../i18n/use-texts.js';
import { inGroups, trackingAddress } from './tracking-address.js';

/** What the applicant keeps or takes home on paper: number, code, and both as a QR code that leads to the tracking page. */
export function Receipt({ request }: { request: ServiceRequest }) {
  const { t } = useTexts();
  const { requestNo, trackingCode, enterprise, filedAt } = request;
  const address = trackingCode && trackingAddress(window.location.origin, requestNo, trackingCode);
  return (
    <section className="receipt" role="status">
      <p>{t('filed.number')}</p>
      <p className="receipt-number number">{requestNo}</p>
      {trackingCode && (
        <p>
          {t('track.code')} <strong className="receipt-code number">{inGroups(trackingCode)}</strong>
        </p>
      )}
      <p>
        {enterprise.name} · <Moment at={filedAt} full />
      </p>
      {address && (
        <figure className="receipt-qr">
          <QRCode type="svg" value={address} size={148} errorLevel="M" bgColor="#fff" color="#000" />
          <figcaption>{t('track.scan')}</figcaption>
        </figure>
      )}
      <p className="no-print">
        <Button onClick={() => void navigator.clipboard?.writeText(requestNo)}>{t('filed.copy')}</Button>{' '}
        <Button onClick={() => window.print()}>{t('track.print')}</Button>
      </p>
    </section>
  );
}
