import { useQuery } from '@tanstack/react-query';
import { servicesQuery } from '../../app/queries.js';
import type { Destination, Move } from '../../api/simulations.js';
import { DataTable } from '../../components/data-table.js';
import { useNodeName } from '../../components/use-node-name.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';

/** A few requests of each reason that would go elsewhere. */
export function MoveExamples({ examples }: { examples: readonly Move[] }) {
  const texts = useTexts();
  const { t, name } = texts;
  const nodeName = useNodeName();
  const { data: services = [] } = useQuery(servicesQuery);
  const place = ({ node, institution }: Destination) => (
    <>
      {nodeName(node)}
      <div className="soft">{institution ?? t('lab.noInstitution')}</div>
    </>
  );
  return (
    <section className="panel">
      <h2>{t('lab.examples')}</h2>
      <DataTable
        label={t('lab.examples')}
        rows={examples.map((move, index) => ({ ...move, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            title: t('lab.request'),
            cell: ({ serviceCode, regionCode }) => (
              <>
                {name(services.find(({ code }) => code === serviceCode)?.name) || serviceCode}
                <div className="soft number">
                  {serviceCode} · {regionCode}
                </div>
              </>
            ),
          },
          { title: t('lab.from'), cell: ({ from }) => place(from) },
          { title: t('lab.to'), cell: ({ to }) => place(to) },
          { title: t('lab.reason'), cell: ({ reason }) => reasonText(reason, texts) },
        ]}
      />
    </section>
  );
}

function reasonText({ code, verdict, part, choice }: Move['reason'], { word }: Texts): string {
  const detail = [
    verdict && word(`verdict.${verdict}`, verdict),
    part && word(`scorePart.${part}`, part),
    choice && word(`choice.${choice}`, choice),
  ].filter(Boolean);
  return [word(`moveReason.${code}`, code), ...detail].join('：');
}
