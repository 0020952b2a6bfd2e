import type { Domain } from '../api/shapes.js';
import { useTexts } from '../i18n/use-texts.js';
import { DomainIcon } from './domain-icon.js';

export function DomainName({ domain }: { domain: Domain }) {
  const { word } = useTexts();
  return (
    <span className="domain-name">
      <DomainIcon domain={domain} size={18} />
      {word(`domain.${domain}`, domain)}
    </span>
  );
}
