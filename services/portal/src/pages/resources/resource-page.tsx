import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { readResource, type Resource } from '../../api/resources.js';
import { can } from '../../api/roles.js';
import { useMe } from '../../app/me.js';
import { servicesQuery } from '../../app/queries.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FeeText } from './fee-text.js';
import { ResourceForm } from './resource-form.js';
import { ResourceTag } from './resource-tag.js';
import { SlotPicker } from './slot-picker.js';
import { UtilisationPanel } from './utilisation-panel.js';
import '../../styles/resources.css';

const route = getRouteApi('/resources/$id');

/** One shared resource: what it is, when it is free, and, for its owner, how well it is used. */
export function ResourcePage() {
  const { t, name } = useTexts();
  const me = useMe();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['resources', 'one', id], queryFn: () => readResource(id) });
  const resource = query.data?.value;
  return (
    <Page
      title={resource ? name(resource.name) : t('resource.one')}
      lead={resource && `${t(`resourceKind.${resource.kind}`)} · ${resource.no}`}
      back={{ to: '/resources', text: t('nav.resources') }}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => (
          <div className="split split-lead">
            <div className="stack">
              <SlotPicker resource={value} />
            </div>
            <aside className="stack">
              <About resource={value} etag={etag} />
              {!can(me?.roles, 'rate') && <UtilisationPanel id={id} />}
            </aside>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function About({ resource, etag }: { resource: Resource; etag?: string }) {
  const { t, name } = useTexts();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const { data: services = [] } = useQuery(servicesQuery);
  const { ownerId, ownerName, nodeName, location, capability, serviceCodes, fee, calibratedUntil, windows, status } =
    resource;
  const mayEdit = can(me?.roles, 'resource-edit') && (can(me?.roles, 'network-edit') || me?.organizationId === ownerId);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('request.facts')}</h2>
        <ResourceTag status={status} />
      </div>
      <Facts
        facts={[
          [t('resource.capability'), capability],
          [t('resource.owner'), ownerName],
          [t('resource.location'), `${location} · ${name(nodeName)}`],
          [t('resource.fee'), <FeeText key="fee" fee={fee} />],
          [t('resource.hoursOpen'), windows.map(({ start, end }) => `${start}–${end}`).join('、')],
          [t('resource.calibratedUntil'), calibratedUntil],
          [
            t('resource.services'),
            serviceCodes
              .map((code) => name(services.find((service) => service.code === code)?.name) || code)
              .join('、'),
          ],
        ]}
      />
      {mayEdit && (
        <div className="form-foot">
          <Button onClick={() => setEditing(true)}>{t('resource.revise')}</Button>
        </div>
      )}
      {editing && <ResourceForm resource={resource} etag={etag} onClose={() => setEditing(false)} />}
    </section>
  );
}
