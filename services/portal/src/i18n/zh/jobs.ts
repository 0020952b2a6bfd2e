export const jobs = {
  jobs: {
    title: '作业任务',
    state: '进度',
    open: '在办',
    closed: '已完成',
    empty: '当前没有在办作业',
    emptyClosed: '还没有已完成的作业',
    column: { job: '事项与作业号', enterprise: '企业', status: '进度', institution: '承办机构', opened: '立项' },
  },
  job: {
    loading: '作业',
    next: '下一步',
    done: '此作业已完成。',
    stopped: { cancel: '作业终止：工单已撤销', 'hand-on': '作业终止：已改派其他机构' },
    nothing: '当前没有可做的操作。',
    waitsFor: '等待{{role}}：{{action}}',
    deliverables: '证书与报告',
    data: '作业记录',
    openedAt: '立项时间',
    closedAt: '完成时间',
    openTicket: '查看工单',
  },
};
