import { ContactPhones, FieldCipher, KEPT_AS_FILE, signedPlace, type PersonalDataPlace } from '@nqi/platform';
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
  signedPlace({ zh: '整改与回访记录', en: 'Rectification steps' }, 'rectification_step', 'actor', [
    'rectification_id',
    'step',
    'at',
    'note',
  ]),
  signedPlace({ zh: '发起的申诉', en: 'Appeals' }, 'rectification', 'appealed_by', ['id', 'request_no', 'opened_at']),
  signedPlace({ zh: '报价与答复（提出）', en: 'Quotes offered' }, 'quote', 'offered_by', [
    'id',
    'request_id',
    'offered_at',
  ]),
  signedPlace({ zh: '报价与答复（答复）', en: 'Quotes answered' }, 'quote', 'ended_by', ['id', 'request_id', 'status']),
  signedPlace({ zh: '建立的券政策', en: 'Voucher programmes made' }, 'voucher_programme', 'created_by', [
    'id',
    'name_zh',
    'created_at',
  ]),
  signedPlace({ zh: '券的结算申请', en: 'Settlements applied for' }, 'voucher', 'applied_by', [
    'id',
    'status',
    'invoice_no',
  ]),
  signedPlace({ zh: '券的办理记录', en: 'Voucher steps' }, 'voucher_step', 'actor', [
    'voucher_id',
    'step',
    'at',
    'note',
  ]),
  signedPlace({ zh: '对接地址', en: 'Webhooks made' }, 'webhook', 'made_by', ['id', 'url', 'made_at']),
];
