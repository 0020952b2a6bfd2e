import {
  BookingLapsedSchema,
  BookingRequestedSchema,
  BookingUnusableSchema,
  QualificationExpiringSchema,
  ReferralDeclinedSchema,
  ReferralOfferedSchema,
  ReferralOverdueSchema,
  ReferralReturnedSchema,
  ResourceCalibrationEndedSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, anEnterprise, eventually, staffOf, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { INSTITUTION, OTHER_STATION, STATION } from './events.js';

const INBOX = '/api/v1/notifications';
const HUB = 'PROV-370000/HUB-370400';
const USCC = '91370481XD4164886N';
const DUE = toTimestamp(new Date('2026-11-25T09:30:00Z'));
const referral = {
  referralId: newId(),
  ticketNo: 'TK-JL-20261124-000001',
  serviceNameZh: '校准',
  domain: 'metrology',
  purpose: '力值校准',
  ownerCode: 'WS-370481',
  ownerPath: STATION,
  partnerCode: 'WS-370402',
  partnerPath: OTHER_STATION,
};
const resource = {
  resourceId: newId(),
  resourceNo: 'RES-0001',
  nameZh: '力标准机',
  nameEn: 'Force',
  ownerId: INSTITUTION,
};
const booking = {
  bookingId: newId(),
  bookingNo: 'YY-20261130-000001',
  startsAt: DUE,
  endsAt: DUE,
  bookerKind: 'enterprise',
  bookerId: USCC,
  bookerName: '某厂',
};

describe('inboxes of those who work together', () => {
  let service: TestService;
  let owner: HttpClient;
  let partner: HttpClient;
  let hub: HttpClient;
  let enterprise: HttpClient;
  let institution: HttpClient;

  beforeAll(async () => {
    service = await TestService.start(definition);
    owner = await service.as(staffOf(STATION));
    partner = await service.as(staffOf(OTHER_STATION));
    hub = await service.as(staffOf(HUB, 'dispatcher'));
    enterprise = await service.as(anEnterprise(USCC));
    institution = await service.as(staffOfInstitution(INSTITUTION, 'technician'));
  });
  afterAll(() => service.stop());
  afterEach(() => service.query('TRUNCATE notification CASCADE'));

  const happens = async (...messages: EventMessage[]): Promise<void> => {
    for (const message of messages) await service.kafka.publish(message);
    await eventually(async () => expect((await service.lag()).total).toBe(0));
    expect(await service.deadLetters()).toEqual([]);
  };
  const kinds = async (...readers: HttpClient[]): Promise<string[][]> =>
    Promise.all(
      readers.map(async (reader) =>
        (await reader.get(INBOX)).body.items.map(({ kind }: { kind: string }) => kind).reverse(),
      ),
    );
  const ofReferral = <D extends (typeof TOPICS.referral.events)[number]>(
    schema: D,
    event: Parameters<typeof eventMessage<typeof TOPICS.referral, D>>[3],
  ) => eventMessage(TOPICS.referral, referral.referralId, schema, event);
  const ofResource = <D extends (typeof TOPICS.resource.events)[number]>(
    schema: D,
    event: Parameters<typeof eventMessage<typeof TOPICS.resource, D>>[3],
  ) => eventMessage(TOPICS.resource, resource.resourceId, schema, event);

  it('tell the office that is asked, and the one that asked what comes of it', async () => {
    await happens(
      ofReferral(ReferralOfferedSchema, { referral, answerDueAt: DUE }),
      ofReferral(ReferralReturnedSchema, { referral, result: '证书 1 份' }),
    );

    expect(await kinds(partner, owner, hub)).toEqual([['referral-offered'], ['referral-returned'], []]);
    const [offer] = (await partner.get(INBOX)).body.items;
    expect(offer).toMatchObject({ subjectType: 'referral', subjectId: referral.referralId, domain: 'metrology' });
    expect(offer.body.zh).toContain('2026-11-25 17:30');
  });

  it('tell an office that said nothing that the offer is gone, not one that said no', async () => {
    const lapsed = { officeCode: 'WS-370402', officePath: OTHER_STATION, referral: { ...referral, partnerCode: '' } };
    await happens(
      ofReferral(ReferralDeclinedSchema, { ...lapsed, reasonCode: 'OVERLOADED' }),
      ofReferral(ReferralDeclinedSchema, { ...lapsed, reasonCode: 'NO_ANSWER' }),
    );

    expect(await kinds(partner, owner)).toEqual([['referral-lapsed'], ['referral-declined', 'referral-declined']]);
    expect((await owner.get(INBOX)).body.items[0].title.zh).toContain('逾期未答复');
  });

  it('tell both of a late return, and the hub when it goes on', async () => {
    await happens(ofReferral(ReferralOverdueSchema, { referral, returnDueAt: DUE }));
    expect(await kinds(partner, owner, hub)).toEqual([['referral-overdue-with-you'], ['referral-overdue'], []]);

    await happens(ofReferral(ReferralOverdueSchema, { referral, returnDueAt: DUE, escalated: true, hubPath: HUB }));

    expect(await kinds(hub)).toEqual([['referral-overdue-escalated']]);
    expect((await owner.get(INBOX)).body.items[0].title.zh).toContain('请负责人督办');
  });

  it('tell bookers and owners of bookings, an office that booked too', async () => {
    const byOffice = { ...booking, bookerKind: 'node', bookerId: 'WS-370481', bookerPath: STATION };
    await happens(
      ofResource(BookingRequestedSchema, { resource, booking, answerDueAt: DUE }),
      ofResource(BookingLapsedSchema, { resource, booking }),
      ofResource(BookingUnusableSchema, { resource, booking: byOffice, reasonZh: '校准到期', reasonEn: 'calibration' }),
      ofResource(ResourceCalibrationEndedSchema, { resource, calibratedUntil: '2026-11-30' }),
    );

    expect(await kinds(enterprise, institution, owner)).toEqual([
      ['booking-lapsed'],
      ['booking-requested', 'booking-lapsed-with-you', 'booking-unusable-with-you', 'calibration-ended'],
      ['booking-unusable'],
    ]);
  });

  it('tell an institution and its home office of a qualification that runs out', async () => {
    const facts = { institutionName: '计量所', homePath: STATION, kind: 'CMA', number: '241500202397' };
    await happens(
      eventMessage(TOPICS.network, INSTITUTION, QualificationExpiringSchema, {
        ...{ code: INSTITUTION, ...facts },
        ...{ validUntil: '2026-12-01', days: 7 },
      }),
    );

    expect(await kinds(institution, owner)).toEqual([['qualification-expiring'], ['qualification-expiring-near-you']]);
  });
});
