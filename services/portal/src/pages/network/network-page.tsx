import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useCan } from '../../app/me.js';
import { nodesQuery } from '../../app/queries.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { NodeForm } from './node-form.js';
import { NodePanel } from './node-panel.js';
import { NodeTree } from './node-tree.js';
import '../../styles/network.css';

const route = getRouteApi('/network');

/** The tree of offices, and the chosen one beside it. */
export function NetworkPage() {
  const { t } = useTexts();
  const { node } = route.useSearch();
  const { me } = route.useRouteContext();
  const query = useQuery(nodesQuery);
  const mayEdit = useCan('network-edit');
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('network.title')}
      lead={t('network.lead')}
      aside={mayEdit && <Button onClick={() => setAdding(true)}>{t('network.add')}</Button>}
    >
      <QueryView query={query} lines={10}>
        {(nodes) => {
          const chosen =
            nodes.find(({ code }) => code === (node ?? me.organizationId)) ??
            nodes.find(({ level }) => level === 'CITY') ??
            nodes[0];
          return (
            <div className="network-split">
              <NodeTree nodes={nodes} chosen={chosen?.code} />
              {chosen && <NodePanel key={chosen.code} code={chosen.code} nodes={nodes} />}
            </div>
          );
        }}
      </QueryView>
      {adding && <NodeForm onClose={() => setAdding(false)} />}
    </Page>
  );
}
