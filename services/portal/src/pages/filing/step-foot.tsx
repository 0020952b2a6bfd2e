import { Button } from 'antd';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly onBack?: () => void;
  readonly next: string;
  readonly loading?: boolean;
}

export function StepFoot({ onBack, next, loading }: Props) {
  const { t } = useTexts();
  return (
    <div className="form-foot">
      <Button type="primary" size="large" htmlType="submit" loading={loading}>
        {next}
      </Button>
      {onBack && (
        <Button size="large" onClick={onBack}>
          {t('filing.back')}
        </Button>
      )}
    </div>
  );
}
