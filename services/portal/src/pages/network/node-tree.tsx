import { Link } from '@tanstack/react-router';
import type { ServiceNode } from '../../api/network.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly nodes: readonly ServiceNode[];
  readonly chosen?: string;
}

/** Every office under the one above it; a closed one says so. */
export function NodeTree({ nodes, chosen }: Props) {
  const { t } = useTexts();
  const codes = new Set(nodes.map(({ code }) => code));
  const roots = nodes.filter(({ parentCode }) => parentCode === undefined || !codes.has(parentCode));
  return (
    <nav className="panel node-tree" aria-label={t('network.tree')}>
      <Branch level={roots} nodes={nodes} chosen={chosen} />
    </nav>
  );
}

function Branch({ level, nodes, chosen }: Props & { readonly level: readonly ServiceNode[] }) {
  const { t, name } = useTexts();
  return (
    <ul>
      {level.map((node) => {
        const below = nodes.filter(({ parentCode }) => parentCode === node.code);
        return (
          <li key={node.code}>
            <Link
              to="/network"
              search={{ node: node.code }}
              resetScroll={false}
              activeProps={{}}
              className={node.code === chosen ? 'node-chosen' : undefined}
              aria-current={node.code === chosen ? 'true' : undefined}
            >
              {name(node.name)}
            </Link>
            {!node.active && <span className="tag tag-warn">{t('network.closed')}</span>}
            {below.length > 0 && <Branch level={below} nodes={nodes} chosen={chosen} />}
          </li>
        );
      })}
    </ul>
  );
}
