import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { packagesQuery } from '../../app/queries.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Things that one filing gets done as a whole (一件事). */
export function Packages() {
  const { t, name } = useTexts();
  const { data: packages } = useQuery(packagesQuery);
  if (!packages?.length) return null;
  return (
    <section>
      <h2 className="section-title">{t('home.packages')}</h2>
      <ul className="package-list">
        {packages.map(({ code, name: title, description, serviceCodes }) => (
          <li key={code}>
            <Link to="/file" search={{ package: code }}>
              <strong>{name(title)}</strong>
              <span>{description}</span>
              <small>{t('home.packageCount', { count: serviceCodes.length })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
