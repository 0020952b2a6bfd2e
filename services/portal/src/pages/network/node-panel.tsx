import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listNodeHistory, readNode, type ServiceNode } from '../../api/network.js';
import { can } from '../../api/roles.js';
import { useCan, useMe } from '../../app/me.js';
import { Facts } from '../../components/facts.js';
import { MemberHistory } from '../../components/member-history.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { NodeForm } from './node-form.js';
import { NodeStatusChange } from './node-status-change.js';

interface Props {
  readonly code: string;
  readonly nodes: readonly ServiceNode[];
}

/** One office: where its work comes from, what it serves, and what became of it. */
export function NodePanel({ code, nodes }: Props) {
  const { t, name } = useTexts();
  const me = useMe();
  const mayEdit = useCan('network-edit');
  const [asked, setAsked] = useState<'edit' | 'status'>();
  const query = useQuery({ queryKey: ['network', 'node', code], queryFn: () => readNode(code) });
  const close = () => setAsked(undefined);
  return (
    <div className="stack">
      <section className="panel">
        <QueryView query={query}>
          {({ value: node, etag }) => (
            <>
              <div className="panel-head">
                <h2>{name(node.name)}</h2>
                <span className={node.active ? 'tag tag-good' : 'tag tag-warn'}>
                  {t(node.active ? 'network.open' : 'network.closed')}
                </span>
              </div>
              <NodeFacts node={node} nodes={nodes} />
              <p className="panel-links">
                {can(me?.roles, 'queue') && (
                  <Link to="/queue" search={{ node: node.code }}>
                    {t('network.itsQueue')}
                  </Link>
                )}
                <Link to="/institutions" search={{ node: node.code }}>
                  {t('network.itsInstitutions')}
                </Link>
              </p>
              {mayEdit && (
                <div className="form-foot">
                  <Button onClick={() => setAsked('edit')}>{t('network.edit')}</Button>
                  <Button danger={node.active} onClick={() => setAsked('status')}>
                    {t(node.active ? 'network.close' : 'network.reopen')}
                  </Button>
                </div>
              )}
              {asked === 'edit' && <NodeForm node={node} etag={etag} onClose={close} />}
              {asked === 'status' && <NodeStatusChange node={node} etag={etag} onClose={close} />}
            </>
          )}
        </QueryView>
      </section>
      <MemberHistory queryKey={['network', 'node', code, 'history']} read={(cursor) => listNodeHistory(code, cursor)} />
    </div>
  );
}

function NodeFacts({ node, nodes }: { node: ServiceNode; nodes: readonly ServiceNode[] }) {
  const { t, name, word } = useTexts();
  const placeOf = (region: string) => name(nodes.find(({ regionCode }) => regionCode === region)?.name) || region;
  const parent = nodes.find(({ code }) => code === node.parentCode);
  return (
    <Facts
      facts={[
        [t('network.code'), <code key="code">{node.code}</code>],
        [t('network.level'), t(`nodeLevel.${node.level}`)],
        [t('network.parent'), parent && name(parent.name)],
        [
          t('network.covers'),
          node.covers.length > 0
            ? node.covers
                .map((region) => (region === node.regionCode ? region : `${region} ${placeOf(region)}`))
                .join('、')
            : t('network.coversNothing'),
        ],
        [t('network.domains'), node.domains.map((domain) => word(`domain.${domain}`, domain)).join('、')],
        [t('network.capacity'), node.capacity === undefined ? t('network.noCapacity') : String(node.capacity)],
      ]}
    />
  );
}
