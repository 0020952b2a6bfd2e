import type { LocalizedText } from '@nqi/kernel';
import { KEPT_AS_FILE, signedPlace, type PersonalDataPlace } from '@nqi/platform';

const owned = (what: LocalizedText, table: string, show: readonly string[]): PersonalDataPlace => ({
  what,
  table,
  where: 'user_id = $1::uuid',
  by: 'userId',
  show,
  erasure: 'remove',
});

/** Where this service keeps data of people who sign in. Secrets are told of, not shown. */
export const PERSONAL_DATA_PLACES: readonly PersonalDataPlace[] = [
  owned({ zh: '登录会话', en: 'Sessions' }, 'session', ['started_at', 'ended_at', 'used_at', 'address', 'agent']),
  owned({ zh: '统一身份认证绑定', en: 'Single sign-on links' }, 'external_identity', [
    'provider',
    'issuer',
    'subject',
    'linked_at',
    'used_at',
  ]),
  owned({ zh: '恢复码', en: 'Recovery codes' }, 'recovery_code', ['used_at']),
  owned({ zh: '密码链接', en: 'Password links' }, 'password_link', ['made_by', 'made_at', 'used_at']),
  {
    what: { zh: '登录失败记录', en: 'Failures to sign in' },
    table: 'login_throttle',
    where: 'username = lower($1)',
    by: 'username',
    show: ['failures', 'last_failed_at'],
    erasure: 'remove',
  },
  signedPlace({ zh: '发出的邀请', en: 'Invitations made' }, 'invitation', 'made_by', ['role', 'note', 'made_at']),
  signedPlace({ zh: '作出的委托', en: 'Delegations made' }, 'delegation', 'made_by', [
    'agent_id',
    'permissions',
    'made_at',
  ]),
  signedPlace({ zh: '创建的接口密钥', en: 'API keys made' }, 'api_key', 'made_by', ['name', 'scopes', 'made_at']),
  {
    what: { zh: '账号', en: 'Account' },
    table: 'user_account',
    where: 'id = $1::uuid',
    by: 'userId',
    show: [
      'username',
      'display_name',
      'roles',
      'organization_id',
      'active',
      'changed_at',
      'factor_secret IS NOT NULL AS authenticator',
    ],
    // The row stays, nameless: requests and records of the enterprise say its id.
    erasure: {
      replace: `username = $2, display_name = '已注销用户', factor_secret = NULL, factor_pending = NULL`,
    },
  },
  {
    what: { zh: '个人信息办理记录', en: 'Requests about personal data' },
    table: 'personal_data_case',
    where: 'user_id = $1::uuid',
    by: 'userId',
    show: ['id', 'kind', 'requested_at', 'done_at'],
    erasure: { kept: KEPT_AS_FILE },
  },
];
