import { ContactPhones, FieldCipher, KEPT_AS_FILE, type PersonalDataPlace } from '@nqi/platform';
import { draftPlace } from './drafts/sealed-drafts.js';

/** Where this service keeps data of people who sign in. */
export const PERSONAL_DATA_PLACES: readonly PersonalDataPlace[] = [
  {
    what: { zh: '申报草稿', en: 'Drafts' },
    table: 'draft',
    where: 'user_id = $1',
    by: 'userId',
    show: ['id', 'title', 'content', 'updated_at'],
    open: (row, find) => ({
      ...row,
      content: find(FieldCipher).open(String(row['content']), draftPlace(String(row['id']))),
    }),
    erasure: 'remove',
  },
  {
    what: { zh: '本人提交的申请', en: 'Requests filed' },
    table: 'request',
    where: 'filed_by = $1',
    by: 'userId',
    show: ['id', 'request_no', 'enterprise_name', 'contact_name', 'contact_phone', 'filed_at'],
    open: (row, find) => ({
      ...row,
      contact_phone: find(ContactPhones).open(String(row['contact_phone']), String(row['id'])),
    }),
    erasure: { kept: KEPT_AS_FILE },
  },
  {
    what: { zh: '上传的材料', en: 'Materials added' },
    table: 'material',
    where: 'added_by = $1',
    by: 'userId',
    show: ['id', 'title', 'file_name', 'added_at'],
    erasure: { kept: KEPT_AS_FILE },
  },
  {
    what: { zh: '整改与回访记录', en: 'Rectification steps' },
    table: 'rectification_step',
    where: 'actor = $1',
    by: 'username',
    show: ['rectification_id', 'step', 'at', 'note'],
    erasure: { replace: 'actor = $2' },
  },
  {
    what: { zh: '发起的申诉', en: 'Appeals' },
    table: 'rectification',
    where: 'appealed_by = $1',
    by: 'username',
    show: ['id', 'request_no', 'opened_at'],
    erasure: { replace: 'appealed_by = $2' },
  },
  {
    what: { zh: '报价与答复（提出）', en: 'Quotes offered' },
    table: 'quote',
    where: 'offered_by = $1',
    by: 'username',
    show: ['id', 'request_id', 'offered_at'],
    erasure: { replace: 'offered_by = $2' },
  },
  {
    what: { zh: '报价与答复（答复）', en: 'Quotes answered' },
    table: 'quote',
    where: 'ended_by = $1',
    by: 'username',
    show: ['id', 'request_id', 'status'],
    erasure: { replace: 'ended_by = $2' },
  },
  {
    what: { zh: '对接地址', en: 'Webhooks made' },
    table: 'webhook',
    where: 'made_by = $1',
    by: 'username',
    show: ['id', 'url', 'made_at'],
    erasure: { replace: 'made_by = $2' },
  },
];
