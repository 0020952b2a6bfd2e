import { enterprises, sampleRequests, type SampleRequest, type SampleRequestLine } from '@nqi/reference-data';

/** A line of the sample as the form of its service. */
export function formOfLine(line: SampleRequestLine): Record<string, unknown> {
  const { instruments, tests, standardNos, certifications, participants, note } = line;
  return {
    ...(instruments.length > 0 && {
      instruments: instruments.map(({ quantity, serialsFrom, ...rest }) => ({
        ...rest,
        qty: quantity,
        serials_from: serialsFrom,
      })),
    }),
    ...(tests.length > 0 && {
      tests: tests.map(({ productId, itemIds, ...rest }) => ({ ref: productId, ...rest, items: itemIds })),
    }),
    ...(standardNos.length > 0 && { standards: standardNos.map((ref) => ({ ref })) }),
    ...(certifications.length > 0 && {
      certification: certifications.map(({ schemeCode, effectivePersonnel }) => ({
        ref: schemeCode,
        effective_personnel: effectivePersonnel,
      })),
    }),
    ...(participants !== undefined && { participants }),
    ...(note !== undefined && { note }),
  };
}

/** A sample request as the body that files it anew. */
export function bodyOfSample(sample: SampleRequest): Record<string, unknown> {
  const contact = enterprises().find(({ id }) => id === sample.contactEnterpriseId);
  const body = {
    items: sample.lines.map((line) => ({
      serviceCode: line.serviceCode,
      form: formOfLine(line),
      recommendedByPlatform: true,
    })),
    packageCode: sample.packageCode,
    contact: { name: contact?.contactName, phone: contact?.contactPhone },
    regionCode: sample.areaCode,
    parkCode: sample.parkCode,
    mode: sample.preferredMode,
    urgency: sample.urgent ? 'urgent' : 'normal',
    enterpriseUscc: sample.uscc,
  };
  return JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
}

export const samples = sampleRequests;
