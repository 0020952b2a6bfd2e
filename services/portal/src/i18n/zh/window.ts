/** Around the one window: looking after a request by its receipt. */
export const window = {
  track: {
    title: '办件进度查询',
    lead: '输入回执上的受理编号和查询码，查看办理进度。无需登录。',
    numberHint: '如 ZZ-JL-20261124-000123。',
    code: '查询码',
    codeHint: '回执上 12 位字母和数字；扫二维码时自动填入。',
    numberMissing: '请填写受理编号',
    codeMissing: '请填写查询码',
    submit: '查询',
    promise: '承诺办结',
    unknown: '没有查到',
    unknownDetail: '受理编号或查询码不正确，请对照回执核对。',
    scan: '扫码查询进度',
    print: '打印回执',
    receipt: '回执与查询码',
  },
};
