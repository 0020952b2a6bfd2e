export const jobs = {
  jobs: {
    title: 'Jobs',
    state: 'State',
    open: 'Open',
    closed: 'Done',
    empty: 'No open jobs',
    emptyClosed: 'No finished jobs yet',
    column: {
      job: 'Service and job',
      enterprise: 'Enterprise',
      status: 'State',
      institution: 'Institution',
      opened: 'Opened',
    },
  },
  job: {
    loading: 'Job',
    next: 'Next',
    done: 'This job is done.',
    nothing: 'Nothing can be done in this state.',
    waitsFor: 'Waits for {{role}}: {{action}}',
    deliverables: 'Certificates and reports',
    data: 'Records',
    openedAt: 'Opened',
    closedAt: 'Done',
    openTicket: 'Open the ticket',
  },
};
