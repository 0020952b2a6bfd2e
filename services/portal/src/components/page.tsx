import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.js';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: { readonly to: string; readonly text: string };
  readonly aside?: ReactNode;
  /** The form on this page was refused; the browser's title says so first. */
  readonly failed?: boolean;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page's frame: its heading takes the focus when the page is opened. */
export function Page({ title, lead, back, aside, failed = false, narrow = false, children }: Props) {
  const { t } = useTexts();
  useEffect(() => {
    document.title = `${failed ? t('form.failedTitle') : ''}${title} · ${t('shell.name')}`;
  }, [title, failed, t]);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      {back && (
        <Link to={back.to} className="back">
          ‹ {back.text}
        </Link>
      )}
      <div className="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {aside && <div className="page-aside">{aside}</div>}
      </div>
      {children}
    </div>
  );
}
