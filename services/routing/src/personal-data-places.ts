import { KEPT_AS_FILE, signedPlace, type PersonalDataPlace } from '@nqi/platform';

/** Where this service keeps data of people who sign in. */
export const PERSONAL_DATA_PLACES: readonly PersonalDataPlace[] = [
  signedPlace({ zh: '办件操作记录', en: 'Steps of tickets' }, 'ticket_history', 'actor', ['ticket_id', 'event', 'at']),
  signedPlace({ zh: '经办的办件', en: 'Tickets assigned' }, 'ticket', 'assignee', ['id', 'ticket_no', 'status']),
  signedPlace({ zh: '催办', en: 'Tickets urged' }, 'ticket_urge', 'urged_by', ['ticket_id', 'at', 'message']),
  signedPlace({ zh: '关联办件', en: 'Tickets linked' }, 'ticket_link', 'linked_by', ['low_id', 'high_id', 'at']),
  signedPlace({ zh: '取消关联', en: 'Links removed' }, 'ticket_link', 'removed_by', [
    'low_id',
    'high_id',
    'removed_at',
  ]),
  signedPlace({ zh: '资源预约', en: 'Bookings' }, 'booking', 'requested_by', ['id', 'number']),
  signedPlace({ zh: '预约操作记录', en: 'Steps of bookings' }, 'booking_history', 'actor', [
    'booking_id',
    'status',
    'at',
  ]),
  signedPlace({ zh: '转办操作记录', en: 'Steps of referrals' }, 'referral_history', 'actor', [
    'referral_id',
    'step',
    'at',
  ]),
  signedPlace({ zh: '网络维护记录', en: 'Edits of the network' }, 'network_change', 'actor', [
    'member_code',
    'action',
    'changed_at',
  ]),
  signedPlace({ zh: '路由试算', en: 'Simulations' }, 'simulation', 'requested_by', ['id', 'created_at']),
  {
    what: { zh: '内部备注', en: 'Notes' },
    table: 'ticket_note',
    where: 'author = $1',
    by: 'username',
    show: ['ticket_id', 'at', 'text'],
    erasure: { kept: KEPT_AS_FILE },
  },
  {
    what: { zh: '机构入驻审查记录', en: 'Steps of institutions' },
    table: 'institution_step',
    where: 'user_id = $1',
    by: 'userId',
    show: ['to_jsonb(institution_step) AS step'],
    erasure: { kept: KEPT_AS_FILE },
  },
  {
    what: { zh: '认领', en: 'Claims' },
    table: 'ticket_lease',
    where: 'holder = $1',
    by: 'username',
    show: ['ticket_id', 'holder_name', 'claimed_at', 'until'],
    erasure: 'remove',
  },
  {
    what: { zh: '个人筛选方案', en: 'Queue views' },
    table: 'queue_view',
    where: 'owner = $1 AND node_path IS NULL',
    by: 'username',
    show: ['name', 'filter', 'changed_at'],
    erasure: 'remove',
  },
];
