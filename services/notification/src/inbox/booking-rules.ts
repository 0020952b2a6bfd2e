import type { Rule } from './rule.js';

/** What bookers and the owners of resources hear of a booking. */
export const BOOKING_RULES: Readonly<Record<string, readonly Rule[]>> = {
  BookingRequested: [
    {
      to: 'institution',
      kind: 'booking-requested',
      subject: 'booking',
      title: { zh: '新预约 {bookingNo}', en: 'New booking {bookingNo}' },
      body: {
        zh: '{bookerName}申请使用“{resource}”，{from} 至 {until}。请于 {due} 前答复。',
        en: '{bookerName} would like “{resource}” from {from} to {until}. Please answer by {due}.',
      },
    },
  ],
  BookingConfirmed: [
    {
      to: 'booker',
      kind: 'booking-confirmed',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 已确认', en: 'Booking {bookingNo} is confirmed' },
      body: {
        zh: '“{resource}”，{from} 至 {until}。请按时签到。',
        en: '“{resource}” from {from} to {until}. Please be there in time.',
      },
    },
  ],
  BookingCancelled: [
    {
      to: 'booker',
      kind: 'booking-cancelled',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 已取消', en: 'Booking {bookingNo} is cancelled' },
      body: {
        zh: '“{resource}”，{from} 至 {until}。原因：{reason}',
        en: '“{resource}” from {from} to {until}. Reason: {reason}',
      },
    },
    {
      to: 'institution',
      kind: 'booking-cancelled-with-you',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 已取消', en: 'Booking {bookingNo} is cancelled' },
      body: {
        zh: '{bookerName}预约的“{resource}”，{from} 至 {until}。原因：{reason}',
        en: '{bookerName}, “{resource}” from {from} to {until}. Reason: {reason}',
      },
    },
  ],
  BookingLapsed: [
    {
      to: 'booker',
      kind: 'booking-lapsed',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 未获答复，已失效', en: 'Booking {bookingNo} lapsed without an answer' },
      body: {
        zh: '“{resource}”，{from} 至 {until}。时段已释放，可重新预约。',
        en: '“{resource}” from {from} to {until}. The time is free again; you can book anew.',
      },
    },
    {
      to: 'institution',
      kind: 'booking-lapsed-with-you',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 逾期未答复，已失效', en: 'Booking {bookingNo} lapsed unanswered' },
      body: {
        zh: '{bookerName}申请的“{resource}”，{from} 至 {until}。',
        en: '{bookerName} asked for “{resource}” from {from} to {until}.',
      },
    },
  ],
  BookingNoShow: [
    {
      to: 'booker',
      kind: 'booking-no-show',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 未到场', en: 'Nobody came for booking {bookingNo}' },
      body: { zh: '“{resource}”，{from} 至 {until}。', en: '“{resource}” from {from} to {until}.' },
    },
    {
      to: 'institution',
      kind: 'booking-no-show-with-you',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 未到场', en: 'Nobody came for booking {bookingNo}' },
      body: {
        zh: '{bookerName}，“{resource}”，{from} 至 {until}。',
        en: '{bookerName}, “{resource}” from {from} to {until}.',
      },
    },
  ],
  BookingUnusable: [
    {
      to: 'booker',
      kind: 'booking-unusable',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 暂不能使用', en: 'Booking {bookingNo} cannot be used' },
      body: {
        zh: '“{resource}”，{from} 至 {until}：{why}。请改约其他时间或资源。',
        en: '“{resource}” from {from} to {until}: {why}. Please book another time or resource.',
      },
    },
    {
      to: 'institution',
      kind: 'booking-unusable-with-you',
      subject: 'booking',
      title: { zh: '预约 {bookingNo} 暂不能使用', en: 'Booking {bookingNo} cannot be used' },
      body: {
        zh: '{bookerName}预约的“{resource}”，{from} 至 {until}：{why}。',
        en: '{bookerName}, “{resource}” from {from} to {until}: {why}.',
      },
    },
  ],
  ResourceCalibrationEnded: [
    {
      to: 'institution',
      kind: 'calibration-ended',
      subject: 'resource',
      title: { zh: '{resource} 校准已到期', en: 'The calibration of {resource} has ended' },
      body: {
        zh: '{resourceNo} 校准有效期至 {until}，更新校准前不能预约。',
        en: '{resourceNo} was calibrated until {until}. It cannot be booked before a new calibration.',
      },
    },
  ],
};
