/** Signing in by OpenID providers. */
export const signOn = {
  signOn: {
    title: '统一身份认证登录',
    others: '其他登录方式',
    by: '用{{provider}}登录',
    registers: '首次登录的企业可直接完成注册。',
    again: '返回登录页',
    nobodyLeft: '本页面须由登录页跳转而来，请重新登录。',
    entering: '正在进入系统…',
    vouched: '企业名称和代码由身份认证平台提供，不能修改；请补充以下信息完成注册。',
    links: '统一身份认证绑定',
    provider: '身份认证平台',
    linkedAt: '绑定时间',
    link: '绑定',
    unlink: '解绑',
  },
};
