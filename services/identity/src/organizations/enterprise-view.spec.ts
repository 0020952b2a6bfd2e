import { withoutPersonalData } from './enterprise-view.js';

it('hides name and telephone of the contact, and nothing else', () => {
  const enterprise = {
    uscc: '91370481MA3ABCD159',
    name: '滕州某机床有限公司',
    regionCode: '370481',
    contact: { name: '张三丰', phone: '13800138000' },
    registeredAt: new Date(0),
  };

  expect(withoutPersonalData(enterprise)).toEqual({ ...enterprise, contact: { name: '张**', phone: '138****8000' } });
});
